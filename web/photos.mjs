// Photos before they are sent: a telephone's camera makes pictures of many megabytes, of which a school's line needs minutes
// and nobody sees more than a screenful.

const LONGEST_SIDE = 2048;
const QUALITY = 0.85;
/// Not worth the loss.
const SMALL_BYTES = 1_500_000;
/// What the server takes as it is.
const TAKEN = ["image/jpeg", "image/png", "image/webp"];

/// The photo as JPEG with a longest side of 2048 pixels, the right side up; the file itself where that gains nothing, or
/// where the browser cannot read it as a picture (then the server says what is wrong with it).
export async function fit_photo(file) {
    if (!looks_like_photo(file)) return file;
    let picture;
    try {
        picture = await createImageBitmap(file); // turned as its EXIF says
    } catch {
        return file;
    }
    try {
        const longest = Math.max(picture.width, picture.height);
        const is_fine = longest <= LONGEST_SIDE && TAKEN.includes(file.type);
        if (is_fine && file.size <= SMALL_BYTES) return file;
        const smaller = await draw(picture, Math.min(1, LONGEST_SIDE / longest));
        return !smaller || (is_fine && smaller.size >= file.size) ? file : smaller;
    } finally {
        picture.close();
    }
}

/// Some systems give no type for what they do not know.
function looks_like_photo({ type, name }) {
    return type.startsWith("image/") ? type !== "image/svg+xml" : type === "" && /\.(hei[cf]|jpe?g|png|webp)$/i.test(name);
}

function draw(picture, scale) {
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const context = canvas.getContext("2d");
    if (!context) return null; // no memory for it
    context.fillStyle = "white"; // JPEG has no transparency
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingQuality = "high";
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
}
