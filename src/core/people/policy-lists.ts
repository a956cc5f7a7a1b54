/** The part of the permission matrix that is about 五清单, 服务 and 小目标 (domain rules 4.6, 4.7). */
export const LIST_POLICY = {
  /** 服务清单: written by who keeps it. */
  'offer.write': { captain: 'grid', grid_staff: 'grid', grid_head: 'grid', community_staff: 'grid' },
  /** Booking, and keeping the list of the day: whose booking or offer it is, is asked of the matter itself. */
  'offer.book': { resident: 'any' },
  /** 小目标、小变化. */
  'goal.set': { grid_staff: 'grid', grid_head: 'grid', secretary: 'grid', community_staff: 'grid' },
  /** 每周例会: the eight seats go through the lists, and those above them. */
  'list.meet': {
    captain: 'grid',
    pioneer: 'grid',
    grid_staff: 'grid',
    grid_head: 'grid',
    secretary: 'grid',
    police: 'grid',
    traffic: 'grid',
    community_staff: 'grid',
    street_admin: 'grid',
    auditor: 'grid',
  },
} as const
