// Draws the options of the page: <script type="application/json" id=X> into
// <div data-chart=X>. "$c1", "$ink" are tokens of the theme, so one option
// serves light, dark and print. Nothing in an option is run: labels are set by
// functions of ours, as text.
import lightTheme from './theme.light.json';
import darkTheme from './theme.dark.json';

const themes = { light: lightTheme, dark: darkTheme };
const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
const system = matchMedia('(prefers-color-scheme: dark)');

// The theme that the page is in.
export function current() {
  const chosen = document.documentElement.getAttribute('data-theme');
  return chosen || (system.matches ? 'dark' : 'light');
}

// Replaces "$token" by its colour, everywhere but in text.
function resolve(x, tokens, key) {
  if (typeof x === 'string') return x[0] === '$' && key !== '$label' && key !== 'name' && tokens[x.slice(1)] ? tokens[x.slice(1)] : x;
  if (Array.isArray(x)) return x.map((v) => resolve(v, tokens, key));
  if (x && typeof x === 'object') return Object.fromEntries(Object.entries(x).map(([k, v]) => [k, resolve(v, tokens, k)]));
  return x;
}

function merge(a, b) {
  for (const [k, v] of Object.entries(b)) {
    if (v && typeof v === 'object' && !Array.isArray(v) && a[k] && typeof a[k] === 'object') merge(a[k], v);
    else a[k] = v;
  }
}

const minus = (v) => String(v).replace('-', '\u2212');

// A number on an axis, as the language of the page writes it.
function axisNumber(v) {
  const big = Math.abs(v);
  if (big >= 10000 && document.documentElement.lang === 'en') return minus(v.toLocaleString('en'));
  return minus(v);
}

// Tells whether a rectangle that is moved down by dy lies on a line of points.
function crosses(r, dy, line) {
  return line.some(([x, y], i) => {
    const [u, v] = line[i + 1] || [x, y];
    const from = Math.max(x, r.x), to = Math.min(u, r.x + r.width);
    if (from > to) return false;
    const at = (z) => (u === x ? y : y + ((v - y) * (z - x)) / (u - x));
    const a = at(from), b = at(to);
    return Math.max(a, b) > r.y + dy - 1 && Math.min(a, b) < r.y + dy + r.height + 1;
  });
}

// Moves the name of a line up or down until it covers no other name, nor one of
// the other lines if there is a place that it covers none from.
function apart(names, p, height, lines = new Map()) {
  const r = p.labelRect;
  const onName = (dy) => [...names].some(([i, o]) => i !== p.seriesIndex && r.x < o.x + o.width && o.x < r.x + r.width && r.y + dy < o.y + o.height && o.y < r.y + dy + r.height);
  const onLine = (dy) => [...lines].some(([i, line]) => i !== p.seriesIndex && crosses(r, dy, line));
  let dy = away(r, height, (d) => onName(d) || onLine(d));
  if (onName(dy) || onLine(dy)) dy = away(r, height, onName);
  names.set(p.seriesIndex, { x: r.x, y: r.y + dy, width: r.width, height: r.height });
  return { dy };
}

// How far a rectangle has to be moved down, or up, until it meets nothing.
function away(r, height, meets) {
  let dy = 0;
  for (let step = 1; meets(dy) && step < 24; step++) {
    const next = (step % 2 ? 1 : -1) * Math.ceil(step / 2) * 7;
    if (r.y + next >= 0 && r.y + next + r.height <= height) dy = next;
  }
  return dy;
}

class Chart {
  constructor(box) {
    this.box = box;
    this.raw = JSON.parse(document.getElementById(box.dataset.chart).textContent);
    this.read = this.raw.$read || [];
    this.at = this.raw.$at ?? this.read.length - 1;
    this.out = box.parentNode.querySelector('.read span');
    this.host = document.createElement('div');
    this.host.className = 'canvas';
    box.append(this.host);
    if (this.read.length || this.refs().size) this.keys();
  }

  // The ids of sources by tick: { tick: [id, …] }.
  refs() {
    if (this.byTick) return this.byTick;
    this.byTick = new Map();
    for (const s of this.raw.series) {
      (s.data || []).forEach((d, i) => {
        if (!d || !d.name) return;
        const tick = Array.isArray(d.value) ? d.value[0] : i;
        this.byTick.set(tick, [...(this.byTick.get(tick) || []), d.name]);
      });
    }
    return this.byTick;
  }

  draw(name, w, h) {
    const theme = themes[name];
    const opt = resolve(this.raw, theme.suanpan.tokens);
    if (still) opt.animation = false;
    if (w < 480 && opt.$small) merge(opt, opt.$small);
    for (const k of Object.keys(opt)) if (k[0] === '$') delete opt[k];
    for (const axis of [].concat(opt.xAxis || [], opt.yAxis || [])) {
      if (axis.type === 'value') axis.axisLabel = { ...axis.axisLabel, formatter: axisNumber };
    }
    const names = new Map(); // rectangles of the names at the ends of lines, by series
    let drawn; // the lines in pixels, by series, where names have to keep off them
    const lines = () => (drawn ??= new Map(this.raw.$ends ? opt.series.map((s, i) => [i, s]).filter(([, s]) => s.name).map(([i, s]) => [i, s.data.flatMap((d, at) => (d && d.value !== undefined ? [this.chart.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [at, Number(d.value)])] : []))]) : []));
    for (const s of opt.series) {
      if (s.type === 'line' && s.label) s.labelLayout = (p) => apart(names, p, h, lines());
      s.emphasis = { disabled: true };
      if (s.label || (s.data || []).some((d) => d && d.label)) s.label = { ...s.label, formatter: (p) => (p.data && p.data.$label) || '' };
      for (const d of s.data || []) if (d && d.$label === undefined && d.value !== undefined && s.label && s.label.show) d.label = { ...d.label, show: false };
      if (w < 480 && s.label) s.label.fontSize = 11;
      if (Array.isArray(s.symbolSize)) s.symbolSize = [Math.max(6, Math.min(s.symbolSize[0], (w - 60) / opt.xAxis[0].data.length * 0.7)), s.symbolSize[1]];
    }
    this.chart?.dispose();
    this.host.style.width = w + 'px';
    this.host.style.height = h + 'px';
    this.chart = echarts.init(this.host, theme, { renderer: 'svg', width: w, height: h });
    this.chart.setOption(opt);
    const svg = this.host.querySelector('svg');
    svg.setAttribute('viewBox', `0 0 ${w} ${h}`);
    svg.setAttribute('aria-hidden', 'true');
    this.horizontal = opt.yAxis[0].type === 'category';
    this.chart.on('click', (p) => { if (p.data && p.data.name) this.open(p.data.name); });
    this.chart.getZr().on('click', (e) => { if (!e.target) this.openAt(this.tick(e.offsetX, e.offsetY)); });
    [this.w, this.h, this.theme] = [w, h, name];
  }

  fit() {
    const w = this.box.clientWidth, h = this.box.clientHeight;
    if (w && h && (w !== this.w || h !== this.h || this.theme !== current())) this.draw(current(), w, h);
  }

  // The tick under a place of the box.
  tick(x, y) {
    const which = this.horizontal ? { yAxisIndex: 0 } : { xAxisIndex: 0 };
    return Math.round(this.chart.convertFromPixel(which, this.horizontal ? y : x));
  }

  show(i) {
    this.at = i;
    if (this.out && this.read[i] !== undefined) this.out.textContent = this.read[i];
    const px = this.chart.convertToPixel(this.horizontal ? { yAxisIndex: 0 } : { xAxisIndex: 0 }, i);
    this.chart.dispatchAction({ type: 'updateAxisPointer', currTrigger: 'mousemove', x: this.horizontal ? this.w / 2 : px, y: this.horizontal ? px : this.h / 2 });
  }

  // Opens the source of a point: one on the page, or the page that has it.
  open(ref) {
    if (ref[0] === '/') location.assign(ref);
    else this.onsource?.(ref, this.box);
  }

  openAt(i) {
    const refs = this.refs().get(i);
    if (refs) this.open(refs[refs.length - 1]);
  }

  // An arrow-key cursor; what it stands on is read out in a fixed place.
  keys() {
    const n = this.read.length || Math.max(...this.refs().keys()) + 1;
    this.box.tabIndex = 0;
    this.box.addEventListener('keydown', (e) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -n, End: n }[e.key];
      if (step) { e.preventDefault(); this.show(Math.max(0, Math.min(n - 1, this.at + step))); }
      if (e.key === 'Enter') { e.preventDefault(); this.openAt(this.at); }
    });
    this.box.addEventListener('mousemove', (e) => {
      const r = this.box.getBoundingClientRect();
      const i = this.tick(e.clientX - r.left, e.clientY - r.top);
      if (i >= 0 && i < n && i !== this.at) this.show(i);
    });
  }
}

// Draws all charts of the page and keeps them drawn.
export function start() {
  const all = [...document.querySelectorAll('[data-chart]')].map((box) => new Chart(box));
  const fit = () => all.forEach((c) => c.fit());
  fit();
  if (window.ResizeObserver) {
    const watch = new ResizeObserver(() => { if (!matchMedia('print').matches) fit(); });
    all.forEach((c) => watch.observe(c.box));
  }
  system.addEventListener('change', fit);
  // print: again in the light theme at the printed width (A4 less margins = 695 px), 1.2 times as large, so 12 px prints as 7.5 pt
  addEventListener('beforeprint', () => {
    const page = document.querySelector('main').clientWidth;
    for (const c of all) {
      const l = c.box.classList, mm = l.contains('s') ? 46 : l.contains('xs') ? 34 : l.contains('xl') ? 150 : 58;
      c.draw('light', Math.round((695 * c.box.clientWidth) / page * 1.2), Math.round(mm * 3.78 * 1.2));
    }
  });
  addEventListener('afterprint', fit);
  return all;
}
