import type { UserConfigExport } from '@tarojs/cli'

/** What goes to phones: no source maps, since nobody reads them there. */
export default {
  mini: { enableSourceMap: false },
  h5: { enableSourceMap: false },
} satisfies UserConfigExport<'webpack5'>
