// The dialog to sign in, loaded when somebody first does (signature_door.mjs). What was written goes to the application as
// strokes; nothing of it stays here. Who does not write with the hand on a screen signs on paper, by a button of its own.

import { SignatureStrokes } from "./signature_strokes.mjs";
import { SIGNATURE_TEXTS } from "./signature_texts.mjs";

/// Width to height, as on the paper (server/papers/loan_paper_contents.cpp).
const RATIO = 3;
const INK = "#14181f";
/// Of the field's height.
const LINE_WIDTH = 0.022;

const MARKUP = `
<dialog id="signature" aria-labelledby="signature-title" aria-describedby="signature-who">
  <header class="signature-bar">
    <h2 id="signature-title" tabindex="-1" autofocus></h2>
    <button id="signature-close" class="signature-icon" type="button" data-label="close"><svg width="20"
      height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d="M4 4l12 12M16 4L4 16"
      stroke="currentColor" stroke-width="2" stroke-linecap="round"/></svg></button>
  </header>
  <p id="signature-who"></p>
  <div class="signature-field">
    <canvas id="signature-canvas" role="img" data-label="field"></canvas>
    <p id="signature-hint" aria-hidden="true" data-text="hint"></p>
  </div>
  <p id="signature-trouble" role="alert"></p>
  <div class="signature-buttons">
    <button id="signature-take" class="primary" type="button" data-text="take"></button>
    <button id="signature-clear" class="secondary" type="button" data-text="clear"></button>
    <button id="signature-paper" class="secondary" type="button" data-text="paper"></button>
  </div>
  <p id="signature-status" class="signature-status" role="status"></p>
</dialog>`;

/// In the application's language of the moment.
const text = (key) => (SIGNATURE_TEXTS[document.documentElement.lang] ?? SIGNATURE_TEXTS.de)[key];
const part = (name) => document.getElementById(`signature-${name}`);

export class SignaturePad {
    #dialog;
    #answered;
    #changed;
    #strokes = new SignatureStrokes(RATIO);
    #pointer = null; // that is writing
    #answer = "";

    /// answered(strokes): once, when the dialog has closed; "paper" or "" without strokes. changed(): opened or closed.
    constructor({ answered, changed }) {
        document.body.insertAdjacentHTML("beforeend", MARKUP);
        this.#dialog = document.getElementById("signature");
        this.#answered = answered;
        this.#changed = changed;
        this.#dialog.addEventListener("close", () => this.#end());
        // The keys in here are not the application's.
        this.#dialog.addEventListener("keydown", (event) => event.stopPropagation());
        part("close").addEventListener("click", () => this.close());
        part("clear").addEventListener("click", () => this.#clear("cleared"));
        part("paper").addEventListener("click", () => this.#close_with("paper"));
        part("take").addEventListener("click", () => this.#take());
        const canvas = part("canvas");
        canvas.addEventListener("pointerdown", (event) => this.#begin(event));
        canvas.addEventListener("pointermove", (event) => this.#go_on(event));
        for (const end of ["pointerup", "pointercancel"])
            canvas.addEventListener(end, (event) => event.pointerId === this.#pointer && (this.#pointer = null));
        // turned round, the field is as large as it can be, and what was written is still there
        new ResizeObserver(() => this.is_open && this.#draw_all()).observe(canvas);
    }

    get is_open() {
        return this.#dialog.open;
    }

    open(title, who) {
        if (this.is_open) return;
        for (const element of this.#dialog.querySelectorAll("[data-text]")) element.textContent = text(element.dataset.text);
        for (const element of this.#dialog.querySelectorAll("[data-label]"))
            element.setAttribute("aria-label", text(element.dataset.label));
        part("title").textContent = title;
        part("who").textContent = who;
        this.#answer = "";
        this.#dialog.showModal();
        this.#clear();
        this.#changed();
    }

    close() {
        if (this.is_open) this.#dialog.close();
    }

    #close_with(answer) {
        this.#answer = answer;
        this.close();
    }

    #take() {
        if (this.#strokes.is_empty) {
            delete part("trouble").dataset.over;
            part("trouble").textContent = text("empty");
            return;
        }
        this.#close_with(this.#strokes.toString());
    }

    #end() {
        this.#pointer = null;
        this.#strokes.clear();
        this.#answered(this.#answer);
        this.#changed();
    }

    #clear(told = "") {
        this.#strokes.clear();
        part("trouble").textContent = "";
        part("status").textContent = told && text(told);
        part("hint").hidden = false;
        this.#draw_all();
    }

    #place_of(event) {
        const field = part("canvas").getBoundingClientRect();
        return [(event.clientX - field.left) / field.width, (event.clientY - field.top) / field.height];
    }

    #begin(event) {
        if (this.#pointer !== null || (event.pointerType === "mouse" && event.button !== 0)) return;
        event.preventDefault();
        this.#pointer = event.pointerId;
        part("canvas").setPointerCapture(event.pointerId);
        part("hint").hidden = true;
        part("trouble").dataset.over = ""; // its place stays: the field must not move under the hand
        part("status").textContent = "";
        this.#strokes.begin(...this.#place_of(event));
        this.#draw_last();
    }

    #go_on(event) {
        if (event.pointerId !== this.#pointer) return;
        const all = event.getCoalescedEvents?.() ?? [];
        for (const each of all.length > 0 ? all : [event])
            if (this.#strokes.go_on(...this.#place_of(each))) this.#draw_last();
    }

    /// The canvas in the screen's own pixels; its coordinates are those of the page.
    #context() {
        const canvas = part("canvas");
        const context = canvas.getContext("2d");
        context.setTransform(canvas.width, 0, 0, canvas.height, 0, 0);
        context.strokeStyle = INK;
        context.lineCap = "round";
        context.lineJoin = "round";
        return context;
    }

    #line(context, from, to) {
        const { width, height } = part("canvas");
        context.beginPath();
        context.moveTo(...from);
        context.lineTo(...to);
        context.save();
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.lineWidth = Math.max(1.5, height * LINE_WIDTH, width * LINE_WIDTH / RATIO);
        context.stroke();
        context.restore();
    }

    #draw_last() {
        const stroke = this.#strokes.strokes.at(-1);
        if (stroke) this.#line(this.#context(), stroke.at(-2) ?? stroke.at(-1), stroke.at(-1));
    }

    #draw_all() {
        const canvas = part("canvas");
        const field = canvas.getBoundingClientRect();
        canvas.width = Math.max(1, Math.round(field.width * devicePixelRatio));
        canvas.height = Math.max(1, Math.round(field.height * devicePixelRatio));
        const context = this.#context();
        for (const stroke of this.#strokes.strokes)
            stroke.forEach((point, i) => this.#line(context, stroke[Math.max(0, i - 1)], point));
    }
}
