import { X_LEVELS } from './evaluation';

/**
 * 1+X certificates of childcare that the platform begins with. The catalogue stays open: the city adds and mends entries.
 * `source` says how far each entry could be checked.
 */
export const SEED_KINDS = [
  {
    name: '幼儿照护',
    issuer: '湖南金职伟业母婴护理有限公司',
    levels: [...X_LEVELS],
    childcareRelated: true,
    numberPrefix: 'YEZH',
    source: '颁发机构、证书名称已核实；等级划分按 1+X 证书一般规定，待与评价组织核对。',
  },
  {
    name: '母婴护理',
    issuer: '济南阳光大姐服务有限责任公司',
    levels: [...X_LEVELS],
    childcareRelated: true,
    numberPrefix: 'MYHL',
    source: '颁发机构见于公开资料，尚未核实；等级待与评价组织核对。',
  },
];
