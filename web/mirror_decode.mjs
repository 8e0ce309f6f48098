// Reads what client/platform/web/tree_encoder.cpp writes: the changes of the semantic tree since the last time.
// Little-endian, without padding. Texts are a length in bytes (u32) and UTF-8.

const decoder = new TextDecoder();

const HAS_PAGE = 1;
const HAS_ORDER = 2;

const FLAGS = [
    "enabled", "focusable", "focused", "invalid", "required", "checked", "selected", "modal", "cover", "silent", "code",
    "popup", "camera",
];

class Reader {
    #bytes;
    #view;
    #at = 0;

    constructor(bytes) {
        this.#bytes = bytes;
        this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }

    u8() {
        return this.#view.getUint8(this.#at++);
    }

    i32() {
        this.#at += 4;
        return this.#view.getInt32(this.#at - 4, true);
    }

    u32() {
        this.#at += 4;
        return this.#view.getUint32(this.#at - 4, true);
    }

    f32() {
        this.#at += 4;
        return this.#view.getFloat32(this.#at - 4, true);
    }

    text() {
        const length = this.u32();
        this.#at += length;
        return length === 0 ? "" : decoder.decode(this.#bytes.subarray(this.#at - length, this.#at));
    }

    rect() {
        return { x: this.f32(), y: this.f32(), width: this.f32(), height: this.f32() };
    }

    list(read) {
        return Array.from({ length: this.u32() }, () => read(this));
    }
}

function read_place(reader) {
    return { id: reader.u32(), rect: reader.rect(), clip: reader.rect() };
}

function read_node(reader) {
    const node = read_place(reader);
    node.role = reader.text();
    const flags = reader.u32();
    FLAGS.forEach((name, bit) => (node[name] = (flags & (1 << bit)) !== 0));
    for (const name of ["key", "name", "value", "wrapped", "description", "href", "input_mode", "accept", "lang"]) {
        node[name] = reader.text();
    }
    node.options = reader.list(() => ({ value: reader.text(), label: reader.text(), lang: reader.text() }));
    const size = reader.f32();
    const look = reader.u8();
    node.text = {
        size,
        medium: (look & 1) !== 0,
        centered: (look & 2) !== 0,
        color: reader.u32(),
        background: reader.u32(),
        inset_x: reader.f32(),
        inset_y: reader.f32(),
        line_height: reader.f32(),
    };
    for (const name of ["level", "row_index", "row_count", "max_length", "sort", "expanded"]) node[name] = reader.i32();
    node.progress = reader.f32();
    return node;
}

/// {page: {language, title} or null, nodes: whole nodes, new or changed, places: {id, rect, clip} of nodes that
/// only moved, order: [{id, parent}] of all nodes there are in reading order, or null if that is as before}
export function decode_changes(bytes) {
    const reader = new Reader(bytes);
    const has = reader.u8();
    return {
        page: has & HAS_PAGE ? { language: reader.text(), title: reader.text() } : null,
        nodes: reader.list(read_node),
        places: reader.list(read_place),
        order: has & HAS_ORDER ? reader.list(() => ({ id: reader.u32(), parent: reader.u32() })) : null,
    };
}
