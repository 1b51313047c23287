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
const first = document.querySelector('[data-focus]');
first?.focus({ preventScroll: window.location.hash !== '' });
// An address with a mark takes the focus once more; a field with a fault and a confirmation beside it get it back.
if (first && (first.matches('[aria-invalid]') || window.location.hash !== '')) {
  window.addEventListener('load', () => setTimeout(() => first.focus({ preventScroll: !first.matches('[aria-invalid]') }), 0));
}

// The numbers of sliders are shown beside them, their total below.
const percent = (number) => `${number.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })} %`;
for (const form of document.querySelectorAll('form[data-total]')) {
  const ranges = [...form.querySelectorAll('input[type=range][data-output]')];
  const total = document.getElementById(form.dataset.total);
  const update = () => {
    for (const range of ranges) document.getElementById(range.dataset.output).textContent = percent(range.valueAsNumber);
    total.textContent = percent(ranges.reduce((sum, range) => sum + range.valueAsNumber, 0));
  };
  form.addEventListener('input', update);
  update();
}
