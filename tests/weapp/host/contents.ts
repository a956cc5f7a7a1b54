export interface Config {
  component?: boolean
  styleIsolation?: string
  usingComponents?: Record<string, string>
}

export interface AppConfig {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  tabBar?: { custom?: boolean; list: { pagePath: string }[] }
  window?: { navigationBarTitleText?: string }
}

/** How a mini-program is opened, as onLaunch and onShow are told; scene 1047 is a scanned mini-program code. */
export interface Launch {
  path: string
  /** As written in the link: a scanned code's `scene` is still encoded. */
  query?: Record<string, string>
  scene?: number
}

/** Everything of a build that the device needs, as one value that fits through JSON. */
export interface Pack {
  app: AppConfig
  scripts: Record<string, string>
  configs: Record<string, Config>
  styles: Record<string, string>
  /** JavaScript whose value is a map from path to template. */
  templates: string
  /** The attributes each builtin component is given anywhere in the templates. */
  attributes: Record<string, string[]>
}

export const pagesOf = ({ pages, subPackages = [] }: AppConfig): string[] => [
  ...pages,
  ...subPackages.flatMap((part) => part.pages.map((page) => `${part.root}/${page}`)),
]
