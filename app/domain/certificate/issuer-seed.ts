import type { CertificateFamily, VerifyChannel } from './certificate';

/** Where numbers are looked up, as published; there is no interface for programs, an officer opens the page herself. */
export const SEED_LOOKUPS: readonly { family: CertificateFamily; url: string; channel: VerifyChannel; source: string }[] = [
  {
    family: 'hrss_skill_level',
    url: 'http://zscx.osta.org.cn',
    channel: 'osta',
    source: '人力资源社会保障部 技能人才评价证书全国联网查询',
  },
  {
    family: 'hrss_vocational_qualification',
    url: 'http://zscx.osta.org.cn',
    channel: 'osta',
    source: '人力资源社会保障部 技能人才评价证书全国联网查询',
  },
  {
    family: 'x_certificate',
    url: 'https://vslc.ncb.edu.cn',
    channel: 'x_platform',
    source: '教育部 职业技能等级证书信息管理服务平台',
  },
];

/**
 * What a new database begins with; 1+X issuers stand in that catalogue. Under `commercial_training`: words of papers that look
 * like a certificate of the state and are none.
 */
export const SEED_ISSUERS: readonly { family: CertificateFamily; name: string; source: string }[] = [
  { family: 'commercial_training', name: 'CVEQC', source: '商业培训证书，招生广告中常见；不计入持证（建议）' },
  { family: 'commercial_training', name: '全国职业教育资格认证', source: '商业培训证书，招生广告中常见；不计入持证（建议）' },
];
