/** Published figures beside the cluster that they speak of. */
import { lang, number, t } from '/kit/kit.js';

const WORDS = {
  NEV: /新能源|客车|中通|汽车|NEV|bus/i,
  BIOFOOD: /生物|食品|乖宝|宠物|BIOFOOD/i,
  SMARTEQ: /智能机电|高端装备|智能光电|SMARTEQ/i,
  HEALTH_LEISURE: /楼宇|休闲|服务业|文旅|HEALTH/i,
  STEELPIPE: /钢管|管材|中正|海鑫达|STEELPIPE/i,
};

const list = (figures) => (Array.isArray(figures) ? figures : figures?.items ?? figures?.figures ?? []);
const words = (text) => (text && typeof text === 'object' ? text[lang()] ?? text.zh ?? '' : text ?? '');

/** The figures that speak of a cluster, by its code or by the words of the indicator. */
export const clusterFigures = (figures, code) => list(figures).filter((figure) => (figure.cluster ? figure.cluster === code : WORDS[code].test(`${words(figure.indicator)} ${words(figure.name)} ${words(figure.scope)} ${figure.indicatorZh ?? ''} ${figure.scopeZh ?? ''}`)));

/** A figure in one line: what, how much, when. */
export function figureText(figure) {
  const name = words(figure.name) || words(figure.label) || words(figure.indicatorName) || words(figure.indicator);
  const value = figure.value === null || figure.value === undefined ? '' : `${words(figure.qualifier)}${/^-?[\d.]+$/.test(String(figure.value)) ? number(figure.value) : figure.value}${words(figure.unit) ? ` ${words(figure.unit)}` : ''}`;
  const growth = figure.growth === null || figure.growth === undefined || figure.growth === '' ? '' : t('figure.growth', { growth: `${Number(figure.growth) > 0 ? '+' : ''}${figure.growth}%` });
  return [name, value, growth, words(figure.period)].filter(Boolean).join(' · ');
}
