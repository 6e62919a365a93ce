"use strict";
// Reads a card by the browser's camera: frames are sent as a picture that was chosen would be, and
// the first one that holds a card is sent as the form. Without this script a picture is chosen.
{
  const PAUSE_MS = 400;
  const LONGEST_MS = 60000;
  const SIDE = 1280;
  const button = document.getElementById("camera");
  const view = document.getElementById("camera-view");
  const message = document.getElementById("camera-message");
  const input = document.getElementById("picture");
  const form = input.form;
  let stream = null;

  function stop(text) {
    for (const track of stream ? stream.getTracks() : []) track.stop();
    stream = null;
    view.hidden = true;
    view.srcObject = null;
    button.textContent = button.dataset.start;
    message.textContent = text;
  }

  function frame() {
    const scale = Math.min(1, SIDE / Math.max(view.videoWidth, view.videoHeight));
    const canvas = document.createElement("canvas");
    canvas.width = view.videoWidth * scale;
    canvas.height = view.videoHeight * scale;
    canvas.getContext("2d").drawImage(view, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));
  }

  async function look() {
    const end = Date.now() + LONGEST_MS;
    while (stream && Date.now() < end) {
      const picture = new File([await frame()], "frame.jpg", { type: "image/jpeg" });
      const sent = new FormData(form);
      sent.set("picture", picture);
      const answer = await fetch(form.action, { method: "POST", body: sent, redirect: "manual" });
      if (!stream) return;
      if (answer.status !== 422) {
        const chosen = new DataTransfer();
        chosen.items.add(picture);
        input.files = chosen.files;
        stop("");
        form.submit();
        return;
      }
      await new Promise((done) => setTimeout(done, PAUSE_MS));
    }
    if (stream) stop(button.dataset.none);
  }

  async function start() {
    try {
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: "environment", width: { ideal: SIDE } },
      });
      view.srcObject = stream;
      view.hidden = false;
      button.textContent = button.dataset.stop;
      message.textContent = button.dataset.looking;
      await view.play();
      await look();
    } catch {
      stop(button.dataset.away);
    }
  }

  button.addEventListener("click", () => (stream ? stop("") : start()));
  if (navigator.mediaDevices) button.hidden = false;
}
