/** The chains of the five clusters as the statistics need them: what a segment and an industry code are called, and which codes make up a segment. */
import { api } from '../kit/api.js';
import { lang } from '../kit/i18n.js';
import { CLUSTERS } from '../kit/brand.js';

const kept = new Map();

class Chains {
  constructor(chains) {
    this.segments = chains.flatMap((chain) => (chain?.stages ?? []).flatMap(({ segments }) => segments.map((segment) => ({ ...segment, cluster: segment.cluster ?? chain.cluster }))));
  }

  industriesOf(cluster, code) { return this.segments.find((segment) => segment.code === code && (!cluster || segment.cluster === cluster))?.industryCodes ?? []; }
  segmentName(cluster, code) { return this.segments.find((segment) => segment.code === code && (!cluster || segment.cluster === cluster))?.name; }

  /** Its own name where the register tells it, else the segment that it belongs to. */
  industryName(code) {
    const segment = this.segments.find(({ industryCodes }) => industryCodes.includes(code));
    return segment?.industries?.find((industry) => industry.code === code)?.name ?? segment?.name;
  }

  clusterOf(code) { return this.segments.find(({ industryCodes }) => industryCodes.includes(code))?.cluster; }
}

/** Read once for each language; a chain that cannot be read is left out. */
export function chains() {
  if (!kept.has(lang())) kept.set(lang(), Promise.all(CLUSTERS.map((code) => api.get(`/api/industry/clusters/${code}/chain`).catch(() => null))).then((list) => new Chains(list)));
  return kept.get(lang());
}

export const noChains = new Chains([]);
