// Suggestions under the search boxes, as a list that keys can walk.
export function start() {
  document.querySelectorAll('form[role=search]').forEach((form, n) => {
    const input = form.querySelector('input[type=search]');
    const list = document.createElement('ul');
    list.className = 'sug';
    list.id = 'sug' + n;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', input.placeholder);
    list.hidden = true;
    form.append(list);
    for (const [k, v] of [['role', 'combobox'], ['aria-controls', list.id], ['aria-expanded', 'false'], ['aria-autocomplete', 'list']]) input.setAttribute(k, v);

    let at = -1, asked = 0, timer;
    const close = () => { list.hidden = true; at = -1; input.setAttribute('aria-expanded', 'false'); input.removeAttribute('aria-activedescendant'); };
    const mark = (i) => {
      at = i;
      [...list.children].forEach((li, j) => li.setAttribute('aria-selected', String(j === i)));
      if (i >= 0) input.setAttribute('aria-activedescendant', list.children[i].id);
      else input.removeAttribute('aria-activedescendant');
    };
    const fill = (hits, q) => {
      const chosen = at >= 0 ? list.children[at].dataset.page : null; // stays if it is still among them
      list.replaceChildren(...hits.map((h, i) => {
        const li = document.createElement('li');
        li.id = list.id + '-' + i;
        li.setAttribute('role', 'option');
        li.setAttribute('aria-selected', 'false');
        li.dataset.page = h.page;
        const from = h.name.toLowerCase().indexOf(q.toLowerCase());
        if (from >= 0) {
          const b = document.createElement('b');
          b.textContent = h.name.slice(from, from + q.length);
          li.append(h.name.slice(0, from), b, h.name.slice(from + q.length));
        } else li.append(h.name);
        const more = document.createElement('span');
        more.className = 'q';
        more.textContent = '\u3000' + h.what;
        li.append(more);
        return li;
      }));
      list.hidden = !hits.length;
      input.setAttribute('aria-expanded', String(!list.hidden));
      mark(hits.findIndex((h) => h.page === chosen));
    };
    input.addEventListener('input', () => {
      clearTimeout(timer);
      const q = input.value.trim();
      if (!q) { close(); return; }
      timer = setTimeout(async () => {
        const turn = ++asked;
        const params = new URLSearchParams({ q, lang: document.documentElement.lang === 'en' ? 'en' : 'zh' });
        const answer = await fetch('/search.json?' + params).catch(() => null);
        if (!answer || !answer.ok || turn !== asked) return;
        const found = await answer.json();
        if (turn === asked) fill((found.hits || []).slice(0, 8), q);
      }, 120);
    });
    input.addEventListener('keydown', (e) => {
      const n = list.children.length;
      if (e.key === 'Escape') close();
      if (list.hidden || !n) return;
      if (e.key === 'ArrowDown') { e.preventDefault(); mark((at + 1) % n); }
      if (e.key === 'ArrowUp') { e.preventDefault(); mark((at + n - 1) % n); }
    });
    form.addEventListener('submit', (e) => {
      if (!list.hidden && at >= 0) { e.preventDefault(); go(list.children[at]); }
    });
    const go = (li) => {
      const lang = form.querySelector('input[name=lang]');
      location.assign(li.dataset.page + (lang ? (li.dataset.page.includes('?') ? '&' : '?') + 'lang=' + lang.value : ''));
    };
    list.addEventListener('mousedown', (e) => { e.preventDefault(); const li = e.target.closest('li'); if (li) go(li); });
    input.addEventListener('blur', () => setTimeout(close, 150));
  });
}
