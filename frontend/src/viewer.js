// The canvas of the diagram page: bpmn-js draws the model, findings stand on it as numbered marks.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

const host = document.querySelector('[data-diagram]');
if (host) start(host);

async function start(host) {
  const fallback = document.querySelector('[data-picture]');
  const tools = [...document.querySelectorAll('[data-canvas-tools]')];
  const viewer = new NavigatedViewer({ container: host });
  try {
    const answer = await fetch(host.dataset.diagram, { headers: { accept: 'application/xml' }, credentials: 'same-origin' });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    host.hidden = false;
    await viewer.importXML(await answer.text());
    firstLook(viewer, host);
  } catch (error) {
    // The picture made by the server stays where it is.
    console.warn('diagram not drawn in the browser:', error.message);
    viewer.destroy();
    host.hidden = true;
    return;
  }
  if (fallback) fallback.hidden = true;
  for (const tool of tools) tool.hidden = false;
  oneStop(host);
  mark(viewer, [...document.querySelectorAll('[data-finding]')]);
  zoomButtons(viewer, tools);
}

/** The canvas is one stop for the Tab key, not two; the link of the drawing library has a name. */
function oneStop(host) {
  for (const inner of host.querySelectorAll('svg[tabindex]')) {
    inner.setAttribute('tabindex', '-1');
    inner.addEventListener('focus', () => host.focus({ preventScroll: true }));
  }
  host.querySelector('.bjs-powered-by')?.setAttribute('aria-label', host.dataset.maker);
}

/** Smallest scale at which labels can be read. */
const READABLE = 0.6;

/** As much of the model as can be read, from its upper left corner; the canvas as high as that needs. */
function firstLook(viewer, host) {
  const canvas = viewer.get('canvas');
  const { inner, outer } = canvas.viewbox();
  const margin = 24;
  const scale = Math.min(1, Math.max(READABLE, (outer.width - 2 * margin) / inner.width));
  const height = Math.min(window.innerHeight * 0.75, outer.width * 1.25, Math.max(260, inner.height * scale + 3 * margin));
  host.style.height = `${Math.round(height)}px`;
  canvas.resized();
  const wide = outer.width / scale;
  const high = height / scale;
  const room = (2 * margin) / scale;
  const x = inner.width + room < wide ? inner.x - (wide - inner.width) / 2 : inner.x - margin / scale;
  const y = inner.height + room < high ? inner.y - (high - inner.height) / 2 : inner.y - margin / scale;
  canvas.viewbox({ x, y, width: wide, height: high });
}

/** Puts a numbered mark at each element with findings and ties marks and list together. */
function mark(viewer, entries) {
  const overlays = viewer.get('overlays');
  const registry = viewer.get('elementRegistry');
  const canvas = viewer.get('canvas');
  const perElement = new Map();
  let chosen = [];

  const choose = (entry, { scroll }) => {
    for (const id of chosen) canvas.removeMarker(id, 'is-chosen');
    for (const other of entries) {
      const same = other === entry;
      other.classList.toggle('is-chosen', same);
      other.querySelector('[data-show]')?.setAttribute('aria-pressed', String(same));
    }
    const wanted = (entry.dataset.elements ?? entry.dataset.element).split(' ');
    chosen = wanted.filter((id) => registry.get(id));
    if (chosen.length === 0) return;
    for (const id of chosen) canvas.addMarker(id, 'is-chosen');
    if (scroll) canvas.getContainer().scrollIntoView({ block: 'nearest', behavior: 'smooth' });
    if (scroll) canvas.scrollToElement(chosen[0], { top: 80, bottom: 80, left: 80, right: 80 });
  };

  for (const entry of entries) {
    const id = entry.dataset.element;
    const button = entry.querySelector('[data-show]');
    if (button) {
      button.hidden = false;
      button.addEventListener('click', () => choose(entry, { scroll: true }));
    }
    if (!registry.get(id)) {
      if (button) button.hidden = true;
      continue;
    }
    const index = perElement.get(id) ?? 0;
    perElement.set(id, index + 1);
    canvas.addMarker(id, 'is-found');

    const pin = document.createElement('button');
    pin.type = 'button';
    pin.className = `pr-pin pr-pin--${entry.dataset.level}`;
    pin.textContent = entry.dataset.number;
    pin.setAttribute('aria-label', entry.dataset.label);
    pin.title = entry.dataset.label;
    pin.addEventListener('click', () => {
      choose(entry, { scroll: false });
      entry.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
      entry.focus({ preventScroll: true });
    });
    overlays.add(id, { position: { top: -14, left: index * 30 - 12 }, html: pin, scale: { min: 0.8, max: 1.4 } });
  }

  viewer.on('element.click', ({ element }) => {
    const entry = entries.find((candidate) => candidate.dataset.element === element.id);
    if (entry) {
      choose(entry, { scroll: false });
      entry.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
    }
  });
}

function zoomButtons(viewer, tools) {
  const zoom = viewer.get('zoomScroll');
  const canvas = viewer.get('canvas');
  const actions = {
    in: () => zoom.stepZoom(1),
    out: () => zoom.stepZoom(-1),
    fit: () => canvas.zoom('fit-viewport', 'auto'),
  };
  for (const button of tools.flatMap((tool) => [...tool.querySelectorAll('[data-zoom]')])) {
    button.addEventListener('click', () => actions[button.dataset.zoom]());
  }
  // Arrow keys move the picture while it has the focus.
  const host = viewer.get('canvas').getContainer().closest('[data-diagram]');
  host.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
    if (step && event.target === host) {
      canvas.scroll({ dx: step[0], dy: step[1] });
      event.preventDefault();
    }
    if (event.key === '+') actions.in();
    if (event.key === '-') actions.out();
    if (event.key === '0') actions.fit();
  });
}
