import { visible } from '../../../suites/wording/visible.ts';
import type { Counts } from '../../model/matrix.ts';
import { xmlElement, xmlText } from '../xml.ts';

interface BadgeText {
  readonly message: string;
  readonly colour: string;
}

/** What is said of a client: how many scenarios miss a must, else a should. */
function badgeText({ fail, warn, pass, error }: Counts): BadgeText {
  if (error > 0) return { message: 'harness fault', colour: '#6b6b6b' };
  if (fail > 0) return { message: `${fail} fail`, colour: '#b3261e' };
  if (warn > 0) return { message: `${warn} warn`, colour: '#8a5a00' };
  return pass > 0 ? { message: 'as the rules say', colour: '#1c6b35' } : { message: 'nothing judged', colour: '#6b6b6b' };
}

const CHARACTER = 6.6;
const PADDING = 12;
const HEIGHT = 20;

/** One half of a badge. The width of its text is fixed, whatever fonts there are. */
function half(text: string, x: number, fill: string): { readonly width: number; readonly parts: readonly string[] } {
  const length = Math.round(text.length * CHARACTER);
  const width = length + PADDING;
  const label = { x: x + PADDING / 2, y: 14, textLength: length, lengthAdjust: 'spacingAndGlyphs', fill: '#fff' };
  return {
    width,
    parts: [xmlElement('rect', { x, width, height: HEIGHT, fill }), xmlElement('text', label, [xmlText(text)])],
  };
}

/** A badge with the verdicts of a profile on a client. */
export function badgeSvg(profile: string, counts: Counts): string {
  const name = visible(`redirects (${profile})`);
  const { message, colour } = badgeText(counts);
  const left = half(name, 0, '#454b52');
  const right = half(message, left.width, colour);
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width: left.width + right.width,
    height: HEIGHT,
    role: 'img',
    'aria-label': `${name}: ${message}`,
    'font-family': 'Verdana,DejaVu Sans,sans-serif',
    'font-size': 11,
  };
  const title = xmlElement('title', {}, [xmlText(`${name}: ${message}`)]);
  return `${xmlElement('svg', attributes, [title, ...left.parts, ...right.parts])}\n`;
}
