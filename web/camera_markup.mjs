// The elements of the camera's dialog. Its words are set when it is opened.

export const CAMERA_MARKUP = `
<dialog id="camera" aria-labelledby="camera-title">
  <header class="camera-bar">
    <h2 id="camera-title" tabindex="-1" autofocus data-text="title"></h2>
    <button id="camera-close" class="camera-icon" type="button" data-label="close"><svg width="20"
      height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d="M4 4l12 12M16 4L4 16"
      stroke="currentColor" stroke-width="2" stroke-linecap="round"/></svg></button>
  </header>
  <div id="camera-view" class="camera-view">
    <video id="camera-video" playsinline muted aria-hidden="true" tabindex="-1"></video>
    <div id="camera-frame" class="camera-frame"></div>
  </div>
  <div class="camera-trouble">
    <p id="camera-trouble" role="alert"></p>
    <button id="camera-again" class="secondary" type="button" data-text="again" hidden></button>
  </div>
  <div class="camera-tools">
    <button id="camera-light" class="camera-toggle" type="button" aria-pressed="false" data-text="light" hidden></button>
    <button id="camera-signals" class="camera-toggle" type="button" aria-pressed="true"></button>
    <label id="camera-choice-label" class="camera-choice" hidden><span data-text="choice"></span>
      <select id="camera-choice"></select></label>
  </div>
  <div id="camera-result" class="camera-result">
    <p id="camera-status" role="status"></p>
    <p id="camera-count"></p>
  </div>
  <ol id="camera-earlier" data-label="earlier" hidden></ol>
  <form id="camera-form" class="camera-form field" novalidate>
    <label for="camera-code" data-text="type"></label>
    <div>
      <input id="camera-code" type="text" autocomplete="off" autocapitalize="characters" autocorrect="off" spellcheck="false"
        enterkeyhint="go" maxlength="200">
      <button class="secondary" type="submit" data-text="take"></button>
    </div>
  </form>
</dialog>`;
