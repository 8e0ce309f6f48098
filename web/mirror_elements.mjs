// One node of the semantic tree as an element: which tag, which attributes, which words.

/// Native elements; every other role is a <div role="…">.
const TAGS = {
    link: "a", button: "button", checkbox: "input", textbox: "input", searchbox: "input",
    datebox: "input", file: "input", textarea: "textarea", combobox: "select", text: "span",
};
const INPUT_TYPES = { checkbox: "checkbox", textbox: "text", searchbox: "search", datebox: "date", file: "file" };

/// Text is typed into these: the browser's own editors.
const EDITORS = new Set(["textbox", "searchbox", "textarea", "datebox"]);
/// The browser itself deals with pointers on these.
export const FIELDS = new Set([...EDITORS, "checkbox", "combobox", "file"]);
/// Hold other nodes and are not hit themselves.
const BOXES = new Set(["banner", "navigation", "main", "region", "form", "group", "dialog", "table", "list"]);
/// Words that people can select with the mouse.
const SELECTABLE = new Set(["text", "heading", "link", "cell", "columnheader", "rowheader", "listitem", "status", "alert"]);
/// ARIA names these by their words; an own name is allowed.
const NAMED_BY_CONTENT = new Set(["link", "button", "heading", "cell", "columnheader", "rowheader", "row", "listitem"]);
/// What is in them must come after they have come, or nobody is told.
export const LIVE = new Set(["status", "alert"]);

/// Where the descriptions of fields lie: hidden, for aria-describedby.
const notes = document.createElement("div");
notes.id = "mirror-notes";
notes.hidden = true;
document.getElementById("stage").append(notes);

export function make_element(node) {
    const role = node.role;
    const tag = role === "heading" ? `h${Math.min(Math.max(node.level, 1), 6)}` : TAGS[role] ?? "div";
    const element = document.createElement(tag);
    if (tag === "div") element.setAttribute("role", role === "image" ? "img" : role);
    if (role === "separator") element.setAttribute("aria-orientation", "vertical");
    if (tag === "button") element.type = "button";
    if (tag === "a") element.draggable = false; // dragging marks text or scrolls
    if (INPUT_TYPES[role]) element.type = INPUT_TYPES[role];
    if (EDITORS.has(role)) {
        element.classList.add("editor");
        element.setAttribute("autocomplete", "off"); // of other people's reports
        element.setAttribute("enterkeyhint", { searchbox: "search", textarea: "enter" }[role] ?? "done");
    }
    if (role === "heading" || role === "dialog") element.tabIndex = -1; // for move_focus()
    element.classList.toggle("leaf", !BOXES.has(role));
    return element;
}

/// The element has another tag than the node now needs.
export function must_be_made_again(node, old) {
    return node.role !== old.role || (node.role === "heading" && node.level !== old.level);
}

/// Everything but place, value and order.
export function fill_element(entry, node, old) {
    const element = entry.element;
    fill_words(entry, node);
    fill_text_style(element, node, old);
    if (node.key !== old?.key) set(element, "data-testid", node.key || null);
    fill_states(element, node);
    if (node.role === "combobox") fill_options(element, node, old);
    if (node.description !== (old?.description ?? "")) describe(element, node);
}

/// What is drawn, as it is drawn.
function words_of(node) {
    if (node.text.size === 0 && node.role !== "status" && node.role !== "alert") return "";
    return node.wrapped || node.value || node.name;
}

function fill_words(entry, node) {
    const { element } = entry;
    element.classList.toggle("holds", entry.has_children);
    let words = "";
    if (!FIELDS.has(node.role) && !BOXES.has(node.role)) words = words_of(node);
    if (!entry.words && words !== "") {
        entry.words = document.createTextNode("");
        element.prepend(entry.words);
    }
    const is_late = LIVE.has(node.role) && entry.words?.data === "" && words !== "";
    entry.late_words = is_late ? words : null; // told once the element is there: Mirror fills it in
    if (entry.words && !is_late && entry.words.data !== words) entry.words.data = words;
    element.classList.toggle("words", words !== "" && SELECTABLE.has(node.role));

    const plain = words.replace(/\s+/g, " ").trim();
    const name = node.name.replace(/\s+/g, " ").trim();
    let label = null;
    if (name !== "" && name !== plain) {
        // A column's name is read for each of its cells, whatever lies in its head.
        const needs_name = FIELDS.has(node.role) || BOXES.has(node.role) || node.role === "progressbar"
            || node.role === "image" || node.role === "columnheader" || (NAMED_BY_CONTENT.has(node.role) && (plain !== "" || !entry.has_children));
        if (needs_name) label = node.name;
    }
    set(element, "aria-label", label);
}

function fill_text_style(element, node, old) {
    const { text } = node;
    const before = old?.text;
    const style = element.style;
    if (text.size !== before?.size) style.fontSize = text.size > 0 ? `${text.size}px` : "";
    if (text.medium !== before?.medium) element.classList.toggle("medium", text.medium);
    if (text.centered !== before?.centered) element.classList.toggle("centered", text.centered);
    if (text.inset_x !== before?.inset_x) {
        style.paddingLeft = text.inset_x > 0 ? `${text.inset_x}px` : "";
        if (node.role === "textarea") style.paddingRight = style.paddingLeft; // its lines break where drawn ones do
    }
    if (text.inset_y !== before?.inset_y) style.paddingTop = text.inset_y > 0 ? `${text.inset_y}px` : "";
    if (EDITORS.has(node.role) && (text.color !== before?.color || text.background !== before?.background)) {
        style.setProperty("--ink", css_color(text.color));
        style.setProperty("--ground-color", css_color(text.background));
    }
}

/// One line stands in the middle of its rectangle; more lines begin at inset_y and have the drawn distance. 0: the
/// node has no text of its own.
export function line_height_of(node) {
    if (node.text.size === 0) return 0;
    return node.text.inset_y < 0 ? node.rect.height : node.text.line_height;
}

function fill_states(element, node) {
    const { role } = node;
    const native = "disabled" in element;
    if (native) {
        fill_usable(element, node);
    } else if (role === "link") {
        set(element, "href", node.enabled ? node.href : null);
        set(element, "target", node.href.startsWith("#") ? null : "_blank"); // another page must not end this one
        set(element, "aria-disabled", node.enabled ? null : "true");
    }
    set(element, "aria-hidden", node.silent ? "true" : null);
    // Nothing below a bar is hit.
    element.classList.toggle("solid", node.role === "banner" || node.role === "navigation" || (node.cover && BOXES.has(node.role)));
    if (native || role === "link") {
        set(element, "tabindex", node.focusable ? null : "-1");
    } else if (role !== "heading" && role !== "dialog") {
        set(element, "tabindex", node.focusable ? "0" : null);
    }
    if (!EDITORS.has(role)) set(element, "lang", node.lang || null);
    set(element, "aria-haspopup", node.popup ? "dialog" : null);
    set(element, "aria-expanded", node.expanded < 0 ? null : String(node.expanded === 1));
    if (FIELDS.has(role)) {
        set(element, "aria-invalid", node.invalid ? "true" : null);
        set(element, "aria-required", node.required && role !== "file" ? "true" : null);
        set(element, "inputmode", node.input_mode || null);
        set(element, "maxlength", node.max_length > 0 ? String(node.max_length) : null);
        set(element, "accept", node.accept || null);
        set(element, "capture", node.camera ? "environment" : null);
    }
    if (EDITORS.has(role) && role !== "datebox") {
        const prose = role !== "searchbox" && !node.code;
        set(element, "spellcheck", String(prose));
        set(element, "autocapitalize", prose ? "sentences" : "none");
        set(element, "lang", document.documentElement.lang);
    }
    switch (role) {
        case "link":
            set(element, "aria-current", node.selected ? "page" : null);
            break;
        case "row":
            set(element, "aria-rowindex", node.row_index > 0 ? String(node.row_index) : null);
            break;
        case "table":
            set(element, "aria-rowcount", node.row_count !== 0 ? String(node.row_count) : null);
            break;
        case "columnheader":
            set(element, "aria-sort", node.sort > 0 ? "ascending" : node.sort < 0 ? "descending" : null);
            break;
        case "dialog":
            set(element, "aria-modal", node.modal ? "true" : null);
            break;
        case "progressbar":
            set(element, "aria-valuemin", "0");
            set(element, "aria-valuemax", "100");
            set(element, "aria-valuenow", node.progress >= 0 ? String(Math.round(node.progress * 100)) : null);
            break;
    }
}

/// A disabled element loses the focus. While it has it, it only says that it is disabled (and the program ignores what
/// is done to it); it is once the focus has gone.
export function fill_usable(element, node) {
    const is_held = !node.enabled && element === document.activeElement;
    set(element, "aria-disabled", is_held ? "true" : null);
    if (EDITORS.has(node.role)) element.readOnly = is_held;
    const disabled = !node.enabled && !is_held;
    if (element.disabled !== disabled) element.disabled = disabled;
}

function fill_options(element, node, old) {
    if (old && JSON.stringify(old.options) === JSON.stringify(node.options)) return;
    element.replaceChildren(...node.options.map(({ value, label, lang }) => {
        const option = new Option(label, value);
        if (lang !== "") option.lang = lang;
        return option;
    }));
}

function describe(element, node) {
    const id = `note-${node.id}`;
    let note = document.getElementById(id);
    if (node.description === "") {
        note?.remove();
        element.removeAttribute("aria-describedby");
        return;
    }
    if (!note) {
        note = document.createElement("p");
        note.id = id;
        notes.append(note);
    }
    note.textContent = node.description;
    element.setAttribute("aria-describedby", id);
}

export function forget_element(node) {
    if (node.description !== "") document.getElementById(`note-${node.id}`)?.remove();
}

function set(element, name, value) {
    if (element.getAttribute(name) === value) return;
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
}

function css_color(rgb) {
    return "#" + (rgb & 0xffffff).toString(16).padStart(6, "0");
}
