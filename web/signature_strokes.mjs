// What a hand writes, as strokes of points in parts of the field: 0 to 1 from its upper left corner.

/// Nearer ones look the same on paper.
const STEP = 0.003;
/// A signature has some hundred.
const MOST_POINTS = 5000;
/// Of the field's width: a dot or a touch by mistake is no signature.
const LEAST_LENGTH = 0.08;

const part = (value) => Math.round(Math.min(1, Math.max(0, value)) * 10000) / 10000;

export class SignatureStrokes {
    #ratio;
    #strokes = [];
    #count = 0;
    #length = 0; // in widths of the field

    /// ratio: width of the field to its height
    constructor(ratio) {
        this.#ratio = ratio;
    }

    get is_empty() {
        return this.#length < LEAST_LENGTH;
    }

    get strokes() {
        return this.#strokes;
    }

    clear() {
        this.#strokes = [];
        this.#count = 0;
        this.#length = 0;
    }

    /// x, y: 0 to 1
    begin(x, y) {
        if (this.#count >= MOST_POINTS) return;
        this.#strokes.push([[part(x), part(y)]]);
        this.#count += 1;
    }

    /// → whether there is something new to draw
    go_on(x, y) {
        const stroke = this.#strokes.at(-1);
        if (!stroke || this.#count >= MOST_POINTS) return false;
        const [last_x, last_y] = stroke.at(-1);
        const step = Math.hypot(part(x) - last_x, (part(y) - last_y) / this.#ratio);
        if (step < STEP) return false;
        stroke.push([part(x), part(y)]);
        this.#count += 1;
        this.#length += step;
        return true;
    }

    /// As the server takes it. What is only a dot stays a dot: a line of two equal points.
    toString() {
        return JSON.stringify(this.#strokes.map((stroke) => (stroke.length === 1 ? [stroke[0], stroke[0]] : stroke)));
    }
}
