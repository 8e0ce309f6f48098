// What a file is, and what of it is stored.

#include "shared/attachments/exif.hpp"
#include "shared/attachments/media.hpp"
#include "tests/attachments/media_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::samples;

namespace {

std::string refusal_of(std::string bytes, std::string_view name = {}) {
    auto const media = recognise_media(std::move(bytes), name);
    return media ? "taken as " + std::string{word_of(media->media_type)} : media.error().code;
}

std::string stored_of(std::string bytes) {
    auto const media = recognise_media(std::move(bytes));
    REQUIRE(media.has_value());
    return media->bytes;
}

bool tells_place(std::string const& bytes) {
    return bytes.find("GPS") != std::string::npos || bytes.find("13.7373") != std::string::npos;
}

} // namespace

TEST_CASE("each kind of file is known by its content, whatever it is called", "[attachments][media]") {
    auto const pdf = recognise_media(pdf_file(), "Foto.jpg");
    REQUIRE(pdf);
    CHECK(pdf->media_type == MediaType::pdf);
    CHECK(pdf->bytes == pdf_file());
    for (auto const& [bytes, type] : {std::pair{jpeg_file(), MediaType::jpeg}, std::pair{png_file(), MediaType::png},
                                      std::pair{webp_of(webp_picture(640, 480)), MediaType::webp},
                                      std::pair{webp_of(webp_extension(0x10, 640, 480) + webp_picture(640, 480)), MediaType::webp}}) {
        auto const image = recognise_media(bytes, "Nachweis.pdf");
        REQUIRE(image);
        CHECK(image->media_type == type);
        CHECK(image->width == 640);
        CHECK(image->height == 480);
        CHECK(image->bytes == bytes); // there was nothing in it to leave out
    }
}

TEST_CASE("what is none of them hears what is wrong", "[attachments][media]") {
    CHECK(refusal_of("") == "empty_file");
    CHECK(refusal_of(heic_file()) == "heic_photo");
    CHECK(refusal_of("<!doctype html><script>alert(1)</script>") == "unknown_media");
    CHECK(refusal_of("<svg xmlns='http://www.w3.org/2000/svg'/>", "Plan.svg") == "unknown_media");
    CHECK(refusal_of("PK\x03\x04", "Nachweis.docx") == "unknown_media");
    CHECK(refusal_of("Sehr geehrte Damen und Herren", "Nachweis.PDF") == "not_a_pdf");
    CHECK(refusal_of("Foto", "Foto.jpeg") == "not_an_image");
    CHECK(refusal_of("Foto", "IMG_0815.HEIC") == "heic_photo");
    CHECK(refusal_of("Foto", "ohne") == "unknown_media");
    CHECK(refusal_of(std::string(1000, '\0')) == "unknown_media");
}

TEST_CASE("every beginning of a file is refused, and no longer one is read beyond its end", "[attachments][media]") {
    for (std::string const& whole :
         {pdf_file(), jpeg_file(jfif + jpeg_exif(exif_block(6)) + jpeg_profile), png_file(png_chunk("eXIf", exif_block(6))),
          webp_of(webp_extension(0x08, 9, 9) + webp_picture(9, 9) + webp_part("EXIF", exif_block(6)))}) {
        REQUIRE(recognise_media(whole).has_value());
        // of a PDF the last line may lack its end
        std::size_t const last = whole.starts_with("%PDF") ? whole.size() - 1 : whole.size();
        for (std::size_t size = 0; size < last; ++size) {
            INFO(whole.substr(0, 4) << " with " << size << " of " << whole.size() << " bytes");
            CHECK(refusal_of(whole.substr(0, size)).find("taken") == std::string::npos);
        }
    }
}

TEST_CASE("no byte of a file changed to any other makes it read beyond its end", "[attachments][media]") {
    for (std::string whole : {jpeg_file(jfif + jpeg_exif(exif_block(6))), png_file(png_chunk("eXIf", exif_block(6))), pdf_file(),
                              webp_of(webp_extension(0x08, 9, 9) + webp_picture(9, 9) + webp_part("EXIF", exif_block(6)))})
        for (char& byte : whole) {
            char const before = byte;
            for (int const value : {0, 1, 0x7F, 0x80, 0xD8, 0xFE, 0xFF}) {
                byte = static_cast<char>(value);
                auto const media = recognise_media(whole); // the sanitizers watch
                if (media && is_image(media->media_type)) CHECK(media->bytes.size() <= whole.size() + 64);
            }
            byte = before;
        }
}

TEST_CASE("a photo forgets where it was taken and stays the right way up", "[attachments][media]") {
    for (bool const big : {true, false}) {
        std::string const taken =
            jpeg_file(jfif + jpeg_exif(exif_block(6, big)) + jpeg_part(0xE1, "http://ns.adobe.com/xap/1.0/ GPS") +
                      jpeg_part(0xED, "Photoshop 3.0 GPS") + jpeg_part(0xE2, "MPF\0GPS"_bytes) + jpeg_profile +
                      jpeg_part(0xEE, "Adobe\0d"_bytes) + jpeg_part(0xFE, "GPS of a comment"));
        std::string const stored = stored_of(taken);
        CHECK_FALSE(tells_place(stored));
        // what is seen is as before
        for (std::string const& part : {jfif, jpeg_profile, jpeg_frame(640, 480), jpeg_scan})
            CHECK(stored.find(part) != std::string::npos);
        CHECK(stored.find("Adobe") != std::string::npos);
        CHECK(stored.starts_with("\xFF\xD8" + jfif + jpeg_exif(exif_of_orientation(6))));
        CHECK(stored_of(stored) == stored); // sent again it is the same attachment
    }
    // upright needs no word
    CHECK(stored_of(jpeg_file(jpeg_exif(exif_block(1)))) == jpeg_file(""));
    CHECK(stored_of(jpeg_file(jpeg_exif(exif_block(99)))) == jpeg_file(""));
    CHECK(stored_of(jpeg_file(jpeg_exif(exif_block(8)))).starts_with("\xFF\xD8" + jpeg_exif(exif_of_orientation(8))));
}

TEST_CASE("PNG and WebP forget it as well", "[attachments][media]") {
    std::string const png =
        stored_of(png_file(png_chunk("gAMA", big_32(45455)) + png_chunk("tEXt", "Comment\0GPS"_bytes) +
                           png_chunk("eXIf", exif_block(3)) + png_chunk("tIME", "1234567") + png_chunk("zTXt", "GPS") +
                           png_chunk("iTXt", "XML:com.adobe.xmp GPS") + png_chunk("prVt", "GPS of some program")));
    CHECK(png == png_head + png_header(640, 480) + png_chunk("eXIf", exif_of_orientation(3)) +
                     png_chunk("gAMA", big_32(45455)) + png_chunk("IDAT", "compressed") + png_chunk("IEND", ""));
    std::string const webp = stored_of(webp_of(webp_extension(0x2C, 64, 48) + webp_part("ICCP", "colours") +
                                               webp_picture(64, 48) + webp_part("EXIF", exif_block(8)) +
                                               webp_part("XMP ", "GPS") + webp_part("XYZ ", "GPS")));
    CHECK(webp == webp_of(webp_extension(0x28, 64, 48) + webp_part("ICCP", "colours") + webp_picture(64, 48) +
                          webp_part("EXIF", exif_of_orientation(8))));
    CHECK(stored_of(webp_of(webp_extension(0x0C, 64, 48) + webp_picture(64, 48) + webp_part("EXIF", exif_block(1)))) ==
          webp_of(webp_extension(0x00, 64, 48) + webp_picture(64, 48)));
}

TEST_CASE("what is hidden behind a picture's end is not kept", "[attachments][media]") {
    std::string const page = "<html><script>alert('GPS')</script></html>";
    CHECK(stored_of(jpeg_file() + page) == jpeg_file());
    CHECK(stored_of(png_file() + page) == png_file());
    std::string const webp = webp_of(webp_picture(3, 3));
    CHECK(stored_of(webp + page) == webp);
    // another photo behind the first, as some telephones do
    CHECK(stored_of(jpeg_file() + jpeg_file(jpeg_exif(exif_block(1)))) == jpeg_file());
}

TEST_CASE("a picture that would need a gigabyte to be shown is refused, however small its file is", "[attachments][media]") {
    CHECK(refusal_of(png_file("", 65'535, 65'535)) == "too_many_pixels");
    CHECK(refusal_of(png_file("", 0x7FFFFFFF, 0x7FFFFFFF)) == "too_many_pixels");
    CHECK(refusal_of(png_file("", 0xFFFFFFFF, 1)) == "not_an_image");
    CHECK(refusal_of(png_file("", 20'001, 1)) == "too_many_pixels");
    CHECK(refusal_of(jpeg_file(jfif, 65'535, 65'535)) == "too_many_pixels");
    CHECK(refusal_of(webp_of(webp_picture(16'383, 16'383))) == "too_many_pixels");
    CHECK(recognise_media(jpeg_file(jfif, 8064, 6048)).has_value()); // a telephone's 48 megapixels
    for (auto const& [width, height] : {std::pair{0U, 480U}, std::pair{640U, 0U}}) {
        CHECK(refusal_of(png_file("", width, height)) == "not_an_image");
        CHECK(refusal_of(jpeg_file(jfif, width, height)) == "not_an_image");
    }
}

TEST_CASE("pictures that only begin well are refused", "[attachments][media]") {
    CHECK(refusal_of("\xFF\xD8\xFF<html>") == "not_an_image");
    CHECK(refusal_of("\xFF\xD8" + jfif + "\xFF\xD9") == "not_an_image");                       // no picture in it
    CHECK(refusal_of("\xFF\xD8" + jfif + jpeg_frame(9, 9) + "\xFF\xD9") == "not_an_image");    // a size only
    CHECK(refusal_of(jpeg_file(jfif + jpeg_frame(9, 9))) == "not_an_image");                   // two sizes
    CHECK(refusal_of(jpeg_file("\xFF\xE1\x00\x01"_bytes)) == "not_an_image");                  // a length that is none
    CHECK(refusal_of(png_head + png_chunk("IDAT", "x") + png_chunk("IEND", "")) == "not_an_image");
    CHECK(refusal_of(png_head + png_header(9, 9) + png_chunk("IEND", "")) == "not_an_image");
    CHECK(refusal_of(png_file(png_header(9, 9))) == "not_an_image");
    CHECK(refusal_of(png_head + png_header(9, 9, "\x07\x06\0\0\0"_bytes) + png_chunk("IDAT", "x") + png_chunk("IEND", "")) ==
          "not_an_image");
    std::string wrong_sum = png_file();
    wrong_sum[wrong_sum.find("compressed")] = 'C';
    CHECK(refusal_of(wrong_sum) == "not_an_image");
    CHECK(refusal_of(webp_of(webp_extension(0x02, 9, 9) + webp_part("ANIM", "123456") + webp_picture(9, 9))) == "not_an_image");
    CHECK(refusal_of(webp_of(webp_extension(0, 9000, 9000) + webp_picture(9, 9))) == "not_an_image");
    CHECK(refusal_of(webp_of(webp_part("EXIF", exif_block(1)))) == "not_an_image");
    CHECK(refusal_of("RIFF\x04\0\0\0WAVE"_bytes) == "unknown_media");
}

TEST_CASE("a PDF that is no PDF is refused", "[attachments][media]") {
    CHECK(refusal_of("%PDF-1.7\n<html><script>alert(1)</script></html>") == "not_a_pdf");
    CHECK(refusal_of("%PDF-1.7\nstartxref\n12345678\n%%EOF\n") == "not_a_pdf");          // the table lies nowhere
    CHECK(refusal_of("%PDF-1.7\n/Root startxref\n-5\n%%EOF\n") == "not_a_pdf");
    CHECK(refusal_of("%PDF-1.7\nstartxref\n9\n%%EOF\n") == "not_a_pdf");                 // nothing in it
    CHECK(refusal_of("%PDF-x" + pdf_file().substr(6)) == "not_a_pdf");
    CHECK(refusal_of(pdf_file() + std::string(5000, ' ')) == "not_a_pdf");               // cut off, then filled up
    CHECK(refusal_of("<html>" + pdf_file()) == "unknown_media");
    CHECK(refusal_of(' ' + pdf_file(), "a.pdf") == "not_a_pdf");
    CHECK(refusal_of(pdf_file("<script>alert(1)</script>")) == "taken as application/pdf"); // and never served as HTML
}

TEST_CASE("a file's name leads nowhere, hides nothing and has the ending of what it is", "[attachments]") {
    auto const jpg = [](std::string_view given) { return file_name_of(given, MediaType::jpeg); };
    CHECK(jpg("Beamer kaputt.JPG") == "Beamer kaputt.jpg");
    CHECK(jpg("foto.jpeg") == "foto.jpg");
    CHECK(jpg("../../etc/passwd") == "passwd.jpg");
    CHECK(jpg("C:\\Users\\kim\\Foto.jpg") == "Foto.jpg");
    CHECK(jpg("/") == "anhang.jpg");
    CHECK(jpg("") == "anhang.jpg");
    CHECK(jpg("...") == "anhang.jpg");
    CHECK(jpg(".htaccess") == "htaccess.jpg");
    CHECK(jpg("a\r\nSet-Cookie: x=1.jpg") == "a  Set-Cookie  x=1.jpg");
    CHECK(jpg("rechnung.exe") == "rechnung.exe.jpg");
    CHECK(jpg("Foto\u202Egpj.exe") == "Fotogpj.exe.jpg");
    CHECK(jpg("\xFF\xFE") == "anhang.jpg");
    CHECK(jpg("\"quoted\"") == "quoted.jpg");
    CHECK(file_name_of("Größe – Überblick.pdf", MediaType::pdf) == "Größe – Überblick.pdf");
    std::string const long_name = file_name_of(std::string(300, 'a') + "ä.png", MediaType::png);
    CHECK(long_name.size() <= max_file_name_length);
    CHECK(long_name.ends_with("a.png"));
    CHECK(file_name_of("ä" + long_name, MediaType::png).size() <= max_file_name_length);
}
