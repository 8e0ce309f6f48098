// The part of the video that lies in the frame, as a picture to be read.

/// More pixels make reading slow and find nothing more.
const LONGEST_PX = 1024;

/// What of a video, in its own pixels, shows in `frame`, where `view` shows it filled and cut off (object-fit: cover).
/// view, frame: {x, y, width, height} of the page.
export function cut_of(video, view, frame) {
    const scale = Math.max(view.width / video.width, view.height / video.height);
    const along = (start, size) => {
        const hidden = (video[size] * scale - view[size]) / 2; // on each side
        const from = Math.max(0, (frame[start] - view[start] + hidden) / scale);
        const to = Math.min(video[size], (frame[start] + frame[size] - view[start] + hidden) / scale);
        return [from, to - from];
    };
    const [x, width] = along("x", "width");
    const [y, height] = along("y", "height");
    return { x, y, width, height };
}

export class CameraPicture {
    #canvas = document.createElement("canvas");
    #context = this.#canvas.getContext("2d", { willReadFrequently: true });

    /// → the canvas with what is to be seen now, null while there is nothing
    take(video, view, frame) {
        const size = { width: video.videoWidth, height: video.videoHeight };
        if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || size.width === 0) return null;
        const cut = cut_of(size, view.getBoundingClientRect(), frame.getBoundingClientRect());
        if (cut.width < 1 || cut.height < 1) return null;
        const scale = Math.min(1, LONGEST_PX / Math.max(cut.width, cut.height));
        const width = Math.round(cut.width * scale);
        const height = Math.round(cut.height * scale);
        if (this.#canvas.width !== width) this.#canvas.width = width;
        if (this.#canvas.height !== height) this.#canvas.height = height;
        this.#context.drawImage(video, cut.x, cut.y, cut.width, cut.height, 0, 0, width, height);
        return this.#canvas;
    }
}
