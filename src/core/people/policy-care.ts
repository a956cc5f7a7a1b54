/** The part of the permission matrix that is about 结对 and 解困 (domain rule 4.7); `policy.ts` tells what a cell means. */
export const CARE_POLICY = {
  /** 提出结对: a head for his house, who then waits for a helper to be named. */
  'pairing.propose': { head: 'building', pioneer: 'grid', secretary: 'grid', community_staff: 'grid' },
  'pairing.assign': { pioneer: 'grid', secretary: 'grid', community_staff: 'grid' },
  'pairing.read': {
    captain: 'grid',
    pioneer: 'grid',
    grid_staff: 'grid',
    grid_head: 'grid',
    secretary: 'grid',
    community_staff: 'grid',
  },
  /** 走访记录: what was seen in somebody's home. The helper reads his own; every other look is written down. */
  'pairing.read_notes': { captain: 'grid', pioneer: 'grid', community_staff: 'grid' },
  'pairing.record_consent': { grid_staff: 'grid', community_staff: 'grid' },
  /** What the two sides do themselves: whose it is, is asked of the pairing. */
  'pairing.serve': { resident: 'any' },
  /** 自己报, or for a neighbour. */
  'hardship.report': { resident: 'any' },
  /** From a concern, and what somebody said who cannot tap. */
  'hardship.open': { grid_staff: 'grid', grid_head: 'grid', community_staff: 'grid' },
  /** 4.2: restricted. `owner`: whom the community has made responsible for this very case. */
  'hardship.read': { community_staff: 'grid', secretary: 'grid', grid_staff: 'owner', pioneer: 'owner' },
  /** 帮扶、复核. */
  'hardship.work': { community_staff: 'grid', secretary: 'owner', grid_staff: 'owner', pioneer: 'owner' },
  'hardship.assess': { community_staff: 'grid' },
  /** 复评、销号: by another than who decided, or owns it. */
  'hardship.second': { community_staff: 'grid', secretary: 'grid' },
} as const
