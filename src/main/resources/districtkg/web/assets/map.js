// A map on a plain background, of what the page gives; tiles only where they are configured.
import * as L from 'leaflet';

const page = document.getElementById('map');
if (page) {
  const {points, more, tiles} = JSON.parse(document.getElementById('data').textContent);
  draw(page, points, tiles, more);
}

export function draw(element, points, tiles, more = []) {
  const map = L.map(element, {attributionControl: false, zoomSnap: .5});
  L.control.scale({imperial: false}).addTo(map);
  if (tiles) L.tileLayer(tiles, {maxZoom: 18}).addTo(map);
  const places = new Map();
  for (const point of points) {
    const key = `${point.latitude},${point.longitude}`;
    if (!places.has(key)) places.set(key, {at: [point.latitude, point.longitude], own: [], near: [], more: 0});
    places.get(key)[point.at ? 'near' : 'own'].push(point);
  }
  for (const rest of more) places.get(`${rest.latitude},${rest.longitude}`).more = rest.count;
  const marks = [];
  const count = place => place.own.length + place.near.length + place.more;
  const most = Math.max(...[...places.values()].map(count));
  for (const place of places.values()) {
    const many = count(place);
    const mark = L.circleMarker(place.at, {radius: 7 + 17 * Math.sqrt((many - 1) / Math.max(most, 20)), color: '#0f5c63', fillColor: '#2a8b95', fillOpacity: .55, weight: 2}).addTo(map);
    const names = document.createElement('div');
    const asked = [...place.own, ...place.near].find(point => point.open);
    for (const point of new Set([...(asked ? [asked] : []), ...place.own, ...place.near.slice(0, 12)])) {
      const link = Object.assign(document.createElement('a'), {href: point.href, textContent: point.name});
      const line = document.createElement('div');
      line.append(link);
      names.append(line);
    }
    const hidden = Math.max(place.near.length - 12, 0) + place.more;
    if (hidden) names.append(`+ ${hidden}`);
    mark.bindPopup(names, {maxHeight: 260});
    mark.bindTooltip((place.own[0] ?? place.near[0]).name + (many > 1 ? ` (${many})` : ''), {permanent: places.size < 30, direction: 'right', offset: [mark.options.radius, 0]});
    mark.many = many;
    marks.push(mark);
    if (asked) map.whenReady(() => setTimeout(() => mark.openPopup()));
  }
  if (marks.length === 1) map.setView(marks[0].getLatLng(), 11);
  else if (marks.length) map.fitBounds(L.featureGroup(marks).getBounds().pad(.25));
  else map.setView([27.8, 113.1], 9);
  for (const mark of marks) reachable(mark, mark.getTooltip().getContent());
  if (places.size < 30) {
    const spread = () => label(map, marks);
    map.on('zoomend moveend resize', spread);
    spread();
  }
  return map;
}

// Tab goes from circle to circle; Enter opens what a click opens. Circles are drawn once the map has a view.
function reachable(mark, name) {
  const circle = mark.getElement();
  circle.setAttribute('tabindex', '0');
  circle.setAttribute('role', 'button');
  circle.setAttribute('aria-label', name);
  const show = on => mark.getTooltip().getElement()?.classList.toggle('pointed', on);
  mark.on('mouseover', () => show(true)).on('mouseout', () => show(false));
  circle.addEventListener('focus', () => { mark.openTooltip(); show(true); });
  circle.addEventListener('blur', () => { show(false); if (!mark.getTooltip().options.permanent) mark.closeTooltip(); });
  circle.addEventListener('keydown', event => {
    if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); mark.openPopup(); }
  });
}

// Where names would overlap, those of larger circles stay; the others appear when pointed at.
function label(map, marks) {
  const frame = map.getContainer().getBoundingClientRect();
  const kept = [];
  for (const mark of [...marks].sort((one, other) => other.many - one.many)) {
    const tooltip = mark.getTooltip();
    const element = tooltip.getElement();
    const free = ['right', 'left', 'top', 'bottom'].some(side => {
      tooltip.options.direction = side;
      const away = mark.options.radius;
      tooltip.options.offset = {right: [away, 0], left: [-away, 0], top: [0, -away], bottom: [0, away]}[side];
      tooltip.update();
      const box = element.getBoundingClientRect();
      const inside = box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
      if (!inside || kept.some(other => overlap(box, other))) return false;
      kept.push(box);
      return true;
    });
    element.classList.toggle('crowded', !free);
  }
}

function overlap(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
