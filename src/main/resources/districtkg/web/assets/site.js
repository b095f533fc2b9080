// The search box of every header suggests while typing, by mouse and by keyboard.
const box = document.getElementById('find');
const list = document.getElementById('found');
let hits = [];
let chosen = -1;
let asked = 0;

function show() {
  list.replaceChildren(...hits.map((hit, at) => {
    const item = document.createElement('li');
    item.id = `found-${at}`;
    item.role = 'option';
    item.setAttribute('aria-selected', at === chosen);
    item.append(hit.name, Object.assign(document.createElement('small'), {textContent: hit.kind}));
    item.addEventListener('mousedown', event => { event.preventDefault(); location.href = hit.href; });
    return item;
  }));
  list.hidden = hits.length === 0;
  box.setAttribute('aria-expanded', String(!list.hidden));
  if (chosen >= 0) box.setAttribute('aria-activedescendant', `found-${chosen}`);
  else box.removeAttribute('aria-activedescendant');
}

function close() { hits = []; chosen = -1; show(); }

box.addEventListener('input', async () => {
  const mine = ++asked;
  const lang = new URLSearchParams({q: box.value, lang: document.documentElement.lang.slice(0, 2)});
  if (!box.value.trim()) { close(); return; }
  const answer = await fetch(`/api/suggest?${lang}`).then(response => response.ok ? response.json() : [], () => []);
  if (mine === asked) { hits = answer; chosen = -1; show(); }
});
box.addEventListener('keydown', event => {
  if (event.key === 'Escape') close();
  if (hits.length && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    chosen = (chosen + step + hits.length + (chosen < 0 && step < 0 ? 1 : 0)) % hits.length;
    show();
  }
  if (event.key === 'Enter' && chosen >= 0) { event.preventDefault(); location.href = hits[chosen].href; }
});
box.addEventListener('blur', close);
document.addEventListener('keydown', event => {
  const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
  if (event.key === '/' && !typing) { event.preventDefault(); box.focus(); }
});

// Beside each chart as SVG, the same as PNG: drawn by the browser, which needs no other program.
async function png(address) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), {width: image.naturalWidth * 2, height: image.naturalHeight * 2});
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  Object.assign(document.createElement('a'), {href: canvas.toDataURL('image/png'), download: 'districtkg.png'}).click();
}
for (const link of document.querySelectorAll('a[data-png]')) {
  const button = Object.assign(document.createElement('a'), {href: link.href, textContent: link.dataset.png});
  button.addEventListener('click', event => { event.preventDefault(); png(link.href); });
  link.after(' ', button);
}
