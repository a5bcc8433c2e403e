/** Published figures beside the cluster that they speak of. */
import { lang, number, t } from '/kit/kit.js';

/** Indicators and scopes of the two articles that belong to a cluster. */
const WORDS = {
  NEV: /zhongtong|中通|新能源|bus_|客车/i,
  BIOFOOD: /guaibao|gambol|乖宝|生物|希杰|\bcj\b|pet_/i,
  SMARTEQ: /高端装备|equipment|机电|leading_three/i,
  HEALTH_LEISURE: /^building_|^楼宇/i,
  STEELPIPE: /pipe|钢管|管材|zhongzheng|haixinda|中正|海鑫达/i,
};

const list = (figures) => figures?.items ?? [];
const said = (text) => (typeof text === 'string' ? text : '');

/** The figures of a cluster. */
export const clusterFigures = (figures, code) => list(figures).filter((figure) => WORDS[code].test(`${figure.indicator} ${said(figure.subject)}`));

/** The accounts that figures come from. */
export const sourcesOf = (figures) => [...new Set(list(figures).map(({ sourceTitle }) => sourceTitle).filter(Boolean))];

/** Sums of yuan as English counts them, whatever size they were published in. */
const SIZES = { 'CNY 100 million': 1e8, 'CNY 10,000': 1e4 };

function sized(value, unit) {
  if (!/^-?[\d.]+$/.test(String(value))) return `${value} ${unit}`;
  const yuan = Number(value) * SIZES[unit];
  if (!yuan) return `${number(value)} ${unit}`;
  return yuan >= 1e9 ? `CNY ${number(yuan / 1e9, 4)} billion` : `CNY ${number(yuan / 1e6, 4)} million`;
}

/** A figure in one line: what, how much, its growth, when. */
export function figureText(figure) {
  const value = figure.value === null || figure.value === undefined || figure.value === '' ? '' : `${said(figure.qualifier)}${lang() === 'en' && figure.qualifier ? ' ' : ''}${sized(figure.value, said(figure.unit))}`.trim();
  const growth = figure.growth === null || figure.growth === undefined || figure.growth === '' ? '' : t('figure.growth', { growth: `${Number(figure.growth) > 0 ? '+' : ''}${figure.growth}%` });
  return [said(figure.subject), said(figure.name), [value, growth].filter(Boolean).join(t('kit.comma')), said(figure.period?.name)].filter(Boolean).join(' · ');
}
