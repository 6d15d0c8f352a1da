const shapes = {
  BOOKMARK: 'M7 4h10v16l-5-4-5 4z',
  CLOCK: 'M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16zM12 8v4.500l3 1.800',
  DESCRIPTION: 'M7 3.500h7l4 4v13H7zM9.500 12h6M9.500 15.500h6',
  EMAIL: 'M4 6h16v12H4zM4 7l8 6 8-6',
  EVENT_SEAT: 'M8 4v8h8V4M5 10v6h14v-6M7 16v4M17 16v4',
  INVITE: 'M5 6h14v14H5zM5 10.500h14M9 3.500v4M15 3.500v4',
  PERSON: 'M12 12a3.800 3.800 0 1 0 0-7.600a3.800 3.800 0 0 0 0 7.600zM5 20c.6-4 3.500-5.500 7-5.500s6.400 1.500 7 5.500',
  PHONE: 'M6.500 4h3l1.500 4-2 1.600a11 11 0 0 0 5.400 5.400l1.600-2 4 1.500v3c0 .9-.7 1.500-1.500 1.500A14.500 14.500 0 0 1 5 5.500C5 4.700 5.600 4 6.500 4z',
  STAR: 'M12 4l2.500 5.200 5.500.7-4 3.900 1 5.600-5-2.700-5 2.700 1-5.600-4-3.900 5.500-.7z',
  VIDEO_CAMERA: 'M4 7h11v10H4zM15 11l5-3v8l-5-3z',
  back: 'M15 5l-7 7 7 7', close: 'M6 6l12 12M18 6L6 18', down: 'M6 9.500l6 6 6-6', pen: 'M5 19l1-4L16 5l3 3L9 18z', dots: 'M12 5.500v.01M12 12v.01M12 18.500v.01', file: 'M8 12.500l6-6a3 3 0 0 1 4.300 4.300L10.500 18.500a5 5 0 0 1-7-7L11 4',
}
const svg = 'http://www.w3.org/2000/svg'

/** A drawn sign. With `name` it is a picture that is read out, else an ornament. */
export function drawIcon(shape, { name = '', size = 20 } = {}) {
  const picture = document.createElementNS(svg, 'svg')
  const facts = { viewBox: '0 0 24 24', width: size, height: size, fill: 'none', stroke: 'currentColor', 'stroke-width': shape === 'dots' ? 2.6 : 1.6, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', class: 'sign' }
  for (const [key, value] of Object.entries(facts)) picture.setAttribute(key, String(value))
  if (name) { picture.setAttribute('role', 'img'); picture.setAttribute('aria-label', name) } else picture.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(svg, 'path')
  path.setAttribute('d', shapes[shape] ?? shapes.DESCRIPTION)
  picture.append(path)
  return picture
}
