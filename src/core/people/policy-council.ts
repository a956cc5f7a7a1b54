/** 议事会: who does what in a council (domain rule 4.7). */
export const COUNCIL_POLICY = {
  'motion.propose': {
    resident: 'scope',
    head: 'unit',
    pioneer: 'grid',
    grid_staff: 'grid',
    grid_head: 'grid',
    secretary: 'grid',
    community_staff: 'grid',
  },
  /** 附议、异议、验收: what a unit says besides its vote. */
  'motion.second': { head: 'unit', resident: 'unit' },
  /** What the proposer himself may do with his motion. */
  'motion.answer': { resident: 'any' },
  /** 把关: lawful, within the council's power, the right kind. */
  'motion.screen': { secretary: 'grid', community_staff: 'grid' },
  'motion.announce': { secretary: 'grid', grid_staff: 'grid', grid_head: 'grid' },
  /** 抽签: the council's secretary, or whoever keeps papers in the grid. */
  'motion.draw': { resident: 'keeper', secretary: 'grid', grid_staff: 'grid', grid_head: 'grid' },
  /** 主持: opens debate and poll. */
  'motion.lead': { resident: 'chair' },
  'motion.void': { community_staff: 'grid', street_admin: 'grid' },
  'motion.review': { community_staff: 'grid', street_admin: 'grid' },
  'motion.clock': { clock: 'any' },
  /** 召集会议、记录: notice, agenda, the list of who came, minutes. */
  'meeting.plan': { resident: 'chair', secretary: 'grid', grid_staff: 'grid', grid_head: 'grid' },
  /** 主持会议: whoever has the chair at this moment. */
  'meeting.lead': { resident: 'chair' },
  /** What a unit does in the room: comes, asks for the floor, says that it has heard enough. */
  'meeting.attend': { head: 'unit', resident: 'unit' },
  /** 签字: the chair, and one more who was there: which of them he is, is asked when he signs. */
  'meeting.sign': { head: 'unit', resident: 'any' },
  /** Whoever heads a unit, or holds its proxy: which one he is, is asked when he votes. */
  'ballot.cast': { head: 'unit', resident: 'any' },
  /** 居民意见征询; whatever office he holds besides, he speaks as the resident he is. */
  'opinion.say': { resident: 'scope' },
  /** 委托、回避、录的票不是自己的: what only who stands for a unit says for it. */
  'unit.speak': { head: 'unit', resident: 'unit' },
  /** 法定规则: what the law says of a vote, from which text; another official reads it, too. */
  'statute.keep': { street_admin: 'grid' },
  /** 业主、户、居民的会: founds it and keeps the list of who has a vote in it. */
  'body.keep': { community_staff: 'grid', street_admin: 'grid' },
  /**
   * The same of one house. Never its head: people are found by their whole number, which he does not see, and who is
   * often the landlord does not say which of his tenants has a vote.
   */
  'body.keep_house': { grid_staff: 'grid', community_staff: 'grid', street_admin: 'grid' },
  /** 落实: a project of a resolution, its steps and its public money. */
  'project.run': { secretary: 'grid', grid_staff: 'grid', grid_head: 'grid', community_staff: 'grid' },
  /** 从名册里划去; a second one has to say so, too. */
  'roll.strike': { secretary: 'grid', grid_staff: 'grid', grid_head: 'grid', community_staff: 'grid' },
  /** Paper and telephone ballots; a second one confirms each. Those of one house its own chair and secretary enter, too. */
  'ballot.enter': { resident: 'house_lead', grid_staff: 'grid', grid_head: 'grid', community_staff: 'grid' },
} as const
