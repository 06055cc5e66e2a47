import type { ChecklistText } from './checklist';
import type { ChecklistItem } from './visit';

type Line = Pick<ChecklistItem, 'textZh' | 'textEn'> & { source?: string };

const section = (sign: string, sectionZh: string, sectionEn: string, lines: readonly Line[]): ChecklistItem[] =>
  lines.map(({ source = '', ...line }, at) => ({
    code: `${sign}${String(at + 1).padStart(2, '0')}`,
    sectionZh,
    sectionEn,
    ...line,
    source,
  }));

const MEASURES = '托儿所幼儿园卫生保健管理办法(卫生部 教育部令第76号)';

/**
 * What a guidance visit looks at, put together from the subjects of the measures on health care in nurseries and
 * kindergartens: a proposal in our own words. `source` stands only where the clause is known.
 */
export const SEED_CHECKLIST: ChecklistText = {
  titleZh: '托育机构卫生保健日常指导清单（建议稿）',
  titleEn: 'Checklist for guidance visits on health care (proposed)',
  inForceFromOn: '2023-01-01',
  isOfficial: false,
  documentNo: '',
  items: [
    ...section('A', '人员与培训', 'Staff and training', [
      {
        textZh: '按收托人数配齐卫生保健人员：150 名以下至少 1 名专职或兼职，150 名以上按每 150 名 1 名专职配备',
        textEn: 'Enough health-care staff: at least one, full- or part-time, below 150 children; one full-time per 150 from 150 up',
        source: `${MEASURES} 第十二条`,
      },
      {
        textZh: '卫生保健人员经妇幼保健机构组织的专业知识培训并考核合格，定期复训',
        textEn: 'Health-care staff trained and passed by a maternal and child health centre, with regular refreshers',
        source: `${MEASURES} 第十三条`,
      },
      {
        textZh: '全体工作人员持有效的健康合格证，每年体检，不合格者已离岗',
        textEn: 'Every employee holds a valid health certificate, is examined yearly, and is off post when unfit',
        source: `${MEASURES} 第十四条`,
      },
    ]),
    ...section('B', '晨午检与全日健康观察', 'Daily health checks', [
      { textZh: '每日晨检、午检，有缺勤追踪', textEn: 'Children are checked every morning and noon, and absences are followed up' },
      {
        textZh: '全日观察有记录，发现异常及时隔离并通知家长',
        textEn: 'Observation is noted; a child who falls ill is kept apart and parents are told',
      },
      { textZh: '喂药有家长委托书，核对后给药并签字', textEn: 'Medicine only with a parent’s written request, checked and signed for' },
    ]),
    ...section('C', '婴幼儿健康管理', 'Health records of children', [
      { textZh: '入托前体检，查验预防接种证', textEn: 'Medical examination before entry; vaccination records checked' },
      {
        textZh: '定期测量身高体重并评价，对发育偏离的有跟进',
        textEn: 'Regular growth measurements, with follow-up where a child departs from the norm',
      },
    ]),
    ...section('D', '传染病预防', 'Infectious diseases', [
      {
        textZh: '有传染病报告制度和专人负责，发现病例按规定报告',
        textEn: 'Somebody is responsible for reporting infectious diseases, and cases are reported',
      },
      { textZh: '患儿隔离治愈、凭证明返园', textEn: 'Sick children stay away and come back with a doctor’s note' },
      { textZh: '隔离室（区）设备齐全，可随时使用', textEn: 'An isolation room or corner is equipped and ready' },
    ]),
    ...section('E', '环境卫生与消毒', 'Hygiene and disinfection', [
      {
        textZh: '餐具、水杯、毛巾一人一用一消毒，浓度和时间有记录',
        textEn: 'Tableware, cups and towels are one child’s own and disinfected, with strength and time noted',
      },
      { textZh: '玩具、桌面、门把手、卫生间按周期消毒', textEn: 'Toys, tables, door handles and toilets are disinfected at set intervals' },
      {
        textZh: '活动室、睡眠室每日通风，紫外线灯有防误开措施',
        textEn: 'Rooms are aired daily; ultraviolet lamps cannot be switched on by mistake',
      },
      { textZh: '消毒用品专柜上锁，远离婴幼儿', textEn: 'Disinfectants are locked away from children' },
    ]),
    ...section('F', '膳食与喂养', 'Meals and feeding', [
      { textZh: '食谱按月龄制定，每周公示', textEn: 'Menus follow the children’s age and are posted weekly' },
      { textZh: '食品留样、进货查验有记录', textEn: 'Food samples are kept, and purchases checked and noted' },
      {
        textZh: '母乳、配方奶的存放和冲调符合要求，过敏情况有登记',
        textEn: 'Breast milk and formula are stored and prepared properly; allergies are listed',
      },
    ]),
    ...section('G', '伤害预防', 'Injury prevention', [
      { textZh: '家具边角、门缝、插座、热源有防护', textEn: 'Corners, door gaps, sockets and hot surfaces are guarded' },
      { textZh: '睡眠有人巡视，婴儿仰卧，床内无杂物', textEn: 'Sleep is watched; infants lie on their backs in empty cots' },
      {
        textZh: '工作人员会处理异物窒息、跌落、烫伤，急救箱药品在有效期内',
        textEn: 'Staff can deal with choking, falls and scalds; the first-aid box is in date',
      },
    ]),
    ...section('H', '登记和统计', 'Records and figures', [
      { textZh: '卫生保健制度上墙，登记表册齐全、填写及时', textEn: 'Health-care rules are posted; registers are complete and up to date' },
      { textZh: '出勤、发病、伤害等按月统计并分析', textEn: 'Attendance, illness and injuries are counted and looked at monthly' },
    ]),
  ],
};
