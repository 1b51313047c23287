// Small helps for pages that work without them: menu button, questions before something is removed, focus.

document.documentElement.classList.add('js');

const toggle = document.querySelector('[data-menu-button]');
const menu = document.getElementById('menu');
if (toggle && menu) {
  const show = (open) => {
    toggle.setAttribute('aria-expanded', String(open));
    menu.classList.toggle('is-open', open);
  };
  show(false);
  toggle.addEventListener('click', () => show(toggle.getAttribute('aria-expanded') !== 'true'));
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      show(false);
      toggle.focus();
    }
  });
}

document.addEventListener('submit', (event) => {
  const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
  if (question && !window.confirm(question)) event.preventDefault();
});

// Messages and error summaries are what people need to hear first.
document.querySelector('[data-focus]')?.focus({ preventScroll: window.location.hash !== '' });

// The numbers of sliders are shown beside them.
for (const range of document.querySelectorAll('input[type=range][data-output]')) {
  const output = document.getElementById(range.dataset.output);
  const update = () => {
    if (output) output.textContent = `${range.value} %`;
  };
  range.addEventListener('input', update);
  update();
}
