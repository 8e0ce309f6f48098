// What one hears and feels of a scan, with the eyes on the devices and not on the screen.

import { load_text, store_text } from "./browser.mjs";

const MUTED = "setting.scan_signals";
const LOUDNESS = 0.2;
/// [begins at, lasts, pitch in Hz]
const READ = [[0, 0.09, 1760]];
const TROUBLE = [[0, 0.16, 311], [0.22, 0.22, 233]];

let context = null;

export function is_muted() {
    return load_text(MUTED) === "off";
}

export function mute(on) {
    store_text(MUTED, on ? "off" : "");
}

export function can_vibrate() {
    return typeof navigator.vibrate === "function" && matchMedia("(pointer: coarse)").matches;
}

export function signal_read() {
    signal(READ, [60]);
}

export function signal_trouble() {
    signal(TROUBLE, [120, 80, 120]);
}

function signal(tones, vibration) {
    if (is_muted()) return;
    if (can_vibrate()) navigator.vibrate(vibration);
    if (typeof AudioContext === "undefined") return;
    context ??= new AudioContext();
    if (context.state === "suspended") context.resume();
    for (const [begin, length, pitch] of tones) {
        const start = context.currentTime + begin;
        const tone = new OscillatorNode(context, { frequency: pitch });
        const loudness = new GainNode(context, { gain: LOUDNESS });
        loudness.gain.setTargetAtTime(0, start + length * 0.7, length * 0.1); // without a click at its end
        tone.connect(loudness).connect(context.destination);
        tone.start(start);
        tone.stop(start + length);
    }
}
