// The canvas' size in CSS and in device pixels, and the loss of its WebGL context.

/// changed(width, height, pixel_width, pixel_height): the backing store already has that size; draw at once.
/// → a function to call before every frame: some browsers tell a new pixel ratio to nobody.
export function watch_canvas_size(canvas, changed) {
    let known = "";
    let known_ratio = 0;
    const measure = (box) => {
        const area = canvas.getBoundingClientRect();
        const ratio = window.devicePixelRatio;
        known_ratio = ratio;
        const pixels = (css, exact) => {
            const rounded = Math.max(1, Math.round(css * ratio));
            // The exact box avoids a blur of half a pixel; some emulations report CSS pixels in it.
            return exact && Math.abs(exact - rounded) <= 1 ? exact : rounded;
        };
        const width = pixels(area.width, box?.inlineSize);
        const height = pixels(area.height, box?.blockSize);
        const now = [area.width, area.height, width, height].join();
        if (area.width === 0 || area.height === 0 || now === known) return;
        known = now;
        canvas.width = width;
        canvas.height = height;
        changed(area.width, area.height, width, height);
    };

    const observer = new ResizeObserver((entries) => measure(entries.at(-1).devicePixelContentBoxSize?.[0]));
    try {
        observer.observe(canvas, { box: "device-pixel-content-box" });
    } catch {
        observer.observe(canvas); // Safari
    }
    // Another screen or another zoom may change the ratio alone.
    const watch_ratio = () => {
        matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`).addEventListener("change", () => {
            measure();
            watch_ratio();
        }, { once: true });
    };
    watch_ratio();
    measure();
    return () => {
        if (window.devicePixelRatio !== known_ratio) measure();
    };
}

export function watch_context(canvas, { lost, restored }) {
    canvas.addEventListener("webglcontextlost", (event) => {
        event.preventDefault(); // else it never comes back
        lost();
    });
    canvas.addEventListener("webglcontextrestored", restored);
}

/// Safari lays its keyboard over the page instead of shrinking it: the stage shrinks to what is seen.
export function follow_visual_viewport(stage) {
    const viewport = window.visualViewport;
    if (!viewport) return;
    const follow = () => {
        if (viewport.scale !== 1) return; // somebody has zoomed in: the page keeps its size
        const covered = window.innerHeight - viewport.height;
        stage.style.bottom = covered > 1 ? `${covered}px` : "";
    };
    viewport.addEventListener("resize", follow);
}
