// A point, a row or a mark leads to the sentence that says it: into the panel
// beside the chart where there is one, else to the place on the page.
export function start(charts) {
  const panel = document.getElementById('src');

  function open(ref, from) {
    const source = document.getElementById(ref);
    if (!source) return;
    history.replaceState(history.state, '', '#' + encodeURIComponent(ref));
    document.querySelectorAll('tr.sel').forEach((r) => r.classList.remove('sel'));
    document.querySelectorAll('tr[data-ref]').forEach((r) => { if (r.dataset.ref === ref) r.classList.add('sel'); });
    if (!panel) {
      source.scrollIntoView({ block: 'center' });
      source.focus({ preventScroll: true });
      return;
    }
    const copy = document.createElement('div');
    copy.className = 'of';
    copy.dataset.shows = ref;
    copy.append(...[...source.childNodes].map((n) => n.cloneNode(true)));
    panel.replaceChildren(copy);
    const r = panel.getBoundingClientRect();
    if (r.top < 0 || r.top > innerHeight - 120) panel.scrollIntoView({ block: 'nearest' });
    if (from) panel.focus({ preventScroll: true });
  }

  charts.forEach((c) => { c.onsource = open; });
  document.addEventListener('click', (e) => {
    const a = e.target.closest('[data-says]');
    if (!a || e.ctrlKey || e.metaKey || e.shiftKey || !panel) return;
    e.preventDefault();
    open(a.dataset.says, a);
  });
  document.addEventListener('keydown', (e) => {
    if (e.key === 'Escape' && panel && panel.contains(document.activeElement)) document.querySelector('[data-chart]')?.focus();
  });
  const ref = decodeURIComponent(location.hash.slice(1));
  if (panel && ref && document.getElementById(ref)?.classList.contains('src')) open(ref);
}
