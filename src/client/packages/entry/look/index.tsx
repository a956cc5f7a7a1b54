import { View } from '@tarojs/components'
import { Page } from '../../../components/page'
import { Section } from '../../../components/section'
import { Segmented } from '../../../components/segmented'
import { SizeCards, sizeIndexOf } from '../../../components/size-cards'
import { type Theme, useLook } from '../../../stores/look'
import { common } from '../../../texts/common'
import { look as words } from '../../../texts/entry'

const THEMES: Theme[] = ['light', 'dark', 'system']

/** Size and colours, changed at once: the page itself is the preview. */
export default function LookPage() {
  const look = useLook()
  return (
    <Page title={common.titles.look}>
      <Section title={words.size}>
        <View className="ld-stack">
          <SizeCards offered={[0, 1, 2, 3]} chosen={sizeIndexOf(look)} onChoose={look.choose} />
          <View className="ld-sm ld-help">{words.elder}</View>
        </View>
      </Section>
      <Section title={words.theme}>
        <Segmented
          label={words.theme}
          choices={THEMES.map((value) => ({ value, words: words.themes[value] }))}
          value={look.theme}
          onChoose={(theme) => look.choose({ theme })}
        />
      </Section>
    </Page>
  )
}
