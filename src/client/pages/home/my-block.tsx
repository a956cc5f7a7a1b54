import { View } from '@tarojs/components'
import { AppButton } from '../../components/button'
import { ConcernCard } from '../../components/concern-card'
import { Notice } from '../../components/notice'
import { Section } from '../../components/section'
import { go } from '../../platform/navigate'
import { home } from '../../texts/home'
import type { MyRow } from './home-answer'

interface MyBlockProps {
  rows: readonly MyRow[]
  guest: boolean
  now: number
}

function Row({ row, now }: { row: MyRow; now: number }) {
  const open = () => go('concern', { id: row.id })
  if (!row.waitsForMe) return <ConcernCard concern={row} now={now} onPress={open} />
  const look = (
    <AppButton kind="soft" size="small" wide onPress={open} label={`${home.mine.look}，${row.title}`}>
      {home.mine.look}
    </AppButton>
  )
  return <ConcernCard concern={row} now={now} onPress={open} fact={home.mine.waits} end={look} />
}

/** My own matters, those that wait for my answer first. */
export function MyBlock({ rows, guest, now }: MyBlockProps) {
  if (guest) {
    const signIn = (
      <AppButton kind="soft" size="small" onPress={() => go('signIn', { why: 'mine' })}>
        {home.mine.signIn}
      </AppButton>
    )
    return (
      <Section title={home.mine.title}>
        <Notice icon="me" title={home.mine.guest} action={signIn} />
      </Section>
    )
  }
  return (
    <Section title={home.mine.title} aside={home.mine.all} onAside={() => go('mine')}>
      {rows.length === 0 && <Notice icon="checkc" title={home.mine.none} />}
      <View>
        {rows.map((row) => (
          <Row key={row.id} row={row} now={now} />
        ))}
      </View>
    </Section>
  )
}
