// Files as small as they can be.

import { deflateSync } from "node:zlib";

const latin = (text) => Buffer.from(text, "latin1");
const u16 = (number) => Buffer.from([number >> 8, number & 255]);
const u32 = (number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(number);
    return bytes;
};

/// One empty page; the words stand in a comment.
export function pdf_file(words = "Nachweis") {
    let pdf = `%PDF-1.7\n%${words}\n`;
    const places = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"].map((object, i) => {
        const place = pdf.length;
        pdf += `${i + 1} 0 obj${object}endobj\n`;
        return place;
    });
    const table = pdf.length;
    pdf += `xref\n0 4\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("")}`;
    return latin(`${pdf}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`);
}

/// The frame of a photo with EXIF that says where it was taken; what is coded in it shows nothing.
export function jpeg_file({ orientation = 1, words = "code" } = {}) {
    const part = (marker, content) => Buffer.concat([Buffer.from([0xff, marker]), u16(content.length + 2), content]);
    const exif = Buffer.concat([latin("Exif\0\0MM\0*"), u32(8), u16(1), u16(0x0112), u16(3), u32(1), u16(orientation), u16(0), u32(0),
        latin("GPS 51.0504 13.7373")]);
    return Buffer.concat([Buffer.from([0xff, 0xd8]), part(0xe1, exif),
        part(0xc0, Buffer.concat([Buffer.from([8]), u16(480), u16(640), Buffer.from([1, 1, 0x11, 0])])),
        part(0xda, Buffer.from([1, 1, 0, 0, 0x3f, 0])), latin(words), Buffer.from([0xff, 0xd9])]);
}

function crc32(bytes) {
    let value = ~0;
    for (const byte of bytes) {
        value ^= byte;
        for (let bit = 0; bit < 8; ++bit) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
    return ~value >>> 0;
}

export function png_file(width = 2, height = 2) {
    const chunk = (type, data) => {
        const body = Buffer.concat([latin(type), data]);
        return Buffer.concat([u32(data.length), body, u32(crc32(body))]);
    };
    return Buffer.concat([latin("\x89PNG\r\n\x1a\n"), chunk("IHDR", Buffer.concat([u32(width), u32(height), Buffer.from([8, 0, 0, 0, 0])])),
        chunk("IDAT", deflateSync(Buffer.alloc(6))), chunk("IEND", Buffer.alloc(0))]);
}
