// Reads a pasted text while it is typed: the page is asked for anew and what
// was read takes the place of what stood there. A number in the text opens the
// way to its figure.
export function start() {
  const form = document.getElementById('paste');
  if (!form) return;
  const result = document.getElementById('result'), said = document.getElementById('said');
  let asked = 0, timer;

  async function read() {
    const turn = ++asked;
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) }).catch(() => null);
    if (!answer || turn !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html'); // a page of ours, every text in it escaped
    const next = page.getElementById('result');
    if (!next || turn !== asked) return;
    const put = [...result.querySelectorAll('.toc input:not(:checked)')].map((i) => i.dataset.m);
    result.replaceChildren(...next.childNodes);
    for (const i of result.querySelectorAll('.toc input')) i.checked = !put.includes(i.dataset.m);
    said.textContent = page.getElementById('said').textContent;
    for (const name of ['text', 'published']) {
      document.getElementById(name + '-fault')?.remove();
      const fault = page.getElementById(name + '-fault'), field = document.getElementById(name);
      if (fault) field.after(fault);
      field.toggleAttribute('aria-invalid', Boolean(fault));
    }
    history.replaceState(history.state, '', next.dataset.here);
  }

  form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(read, 300); });
  form.addEventListener('submit', (e) => {
    if (e.submitter?.hasAttribute('formaction')) return; // a download
    e.preventDefault();
    clearTimeout(timer);
    read();
  });
  document.addEventListener('click', (e) => {
    const a = e.target.closest('#result a[href^="#"]');
    const to = a && document.getElementById(decodeURIComponent(a.hash.slice(1)));
    if (to && to.tagName === 'DETAILS') to.open = true;
  });
}
