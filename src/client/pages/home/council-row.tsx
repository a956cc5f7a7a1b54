import { Card } from '../../components/card'
import { Cell } from '../../components/cell'
import { Section } from '../../components/section'
import { go } from '../../platform/navigate'
import { home } from '../../texts/home'

/** The way to what the neighbourhood decides together. */
export function CouncilRow() {
  const { title, help } = home.council
  const { volunteers, lists, offers } = home
  return (
    <Section title={title}>
      <Card>
        <Cell icon="users" title={title} help={help} onPress={() => go('council')} />
        <Cell icon="heart" title={volunteers.title} help={volunteers.help} onPress={() => go('volunteers')} />
        <Cell icon="clock" title={offers.title} help={offers.help} onPress={() => go('offers')} />
        <Cell icon="list" title={lists.title} help={lists.help} onPress={() => go('lists')} />
      </Card>
    </Section>
  )
}
