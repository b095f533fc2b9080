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
  for (const place of places.values()) {
    const many = place.own.length + place.near.length + place.more;
    const mark = L.circleMarker(place.at, {radius: Math.min(8 + Math.sqrt(many) * 1.6, 26), color: '#0f5c63', fillColor: '#2a8b95', fillOpacity: .55, weight: 2}).addTo(map);
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
    mark.bindTooltip((place.own[0] ?? place.near[0]).name + (many > 1 ? ` (${many})` : ''), {permanent: places.size < 30, direction: 'right', offset: [10, 0]});
    marks.push(mark);
    if (asked) map.whenReady(() => setTimeout(() => mark.openPopup()));
  }
  if (marks.length === 1) map.setView(marks[0].getLatLng(), 11);
  else if (marks.length) map.fitBounds(L.featureGroup(marks).getBounds().pad(.25));
  else map.setView([27.8, 113.1], 9);
  return map;
}
