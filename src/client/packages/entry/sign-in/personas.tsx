import { View } from '@tarojs/components'
import { Card } from '../../../components/card'
import { Cell } from '../../../components/cell'
import { Refused } from '../../../components/refused'
import { Section } from '../../../components/section'
import { signIn } from '../../../texts/entry'
import { useCommand } from '../../../use-command'
import type { SignedIn } from './enter'
import { type Persona, personaGroups } from './persona-groups'

interface PersonasProps {
  personas: Persona[]
  onEnter: (signedIn: SignedIn) => void
}

/** Development only: somebody to try the system as. */
export function Personas({ personas, onEnter }: PersonasProps) {
  const { send, failure } = useCommand('people.signInAs')
  const enter = async (persona: string) => {
    const answer = await send({ persona })
    if (answer.ok) onEnter(answer.data)
  }
  return (
    <View>
      <View className="ld-xl">{signIn.demo.title}</View>
      <View className="ld-sm ld-help">{signIn.demo.help}</View>
      {failure && <Refused failure={failure} />}
      {personaGroups(personas).map((group) => (
        <Section key={group.name} title={signIn.demo.groups[group.name]}>
          <Card>
            {group.personas.map(({ id, name, what }) => (
              <Cell key={id} title={name} help={what} onPress={() => enter(id)} />
            ))}
          </Card>
        </Section>
      ))}
    </View>
  )
}
