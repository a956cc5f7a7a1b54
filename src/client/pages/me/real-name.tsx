import { View } from '@tarojs/components'
import { useState } from 'react'
import { LEVELS, nextProofOf } from '#core/people/real-name'
import { Card } from '../../components/card'
import { Cell } from '../../components/cell'
import { Sheet } from '../../components/sheet'
import { go } from '../../platform/navigate'
import type { Me } from '../../stores/session'
import { realName as words } from '../../texts/me'

function homeOf({ home }: Me): 'none' | 'waiting' | 'confirmed' {
  if (!home) return 'none'
  return home.confirmed ? 'confirmed' : 'waiting'
}

/** 实名程度: how well one is known here, what that opens, and what one can do to be known better. */
export function RealName({ me }: { me: Me }) {
  const [open, setOpen] = useState(false)
  const { realNameLevel: level } = me
  const next = nextProofOf({ signedIn: true, hasPhone: me.phone !== null, home: homeOf(me) })
  const act = next === 'register_home' || next === 'wait_for_neighbour'
  return (
    <>
      <Cell icon="shield" title={words.title} help={words.now(level)} onPress={() => setOpen(true)} />
      <Sheet
        id="real-name"
        title={words.title}
        open={open}
        onClose={() => setOpen(false)}
        act={act ? { words: words.home, onPress: () => go('residence') } : undefined}
      >
        <View className="ld-stack">
          <View className="ld-body">{words.help}</View>
          <Card>
            {LEVELS.map((one) => (
              <Cell
                key={one}
                icon={one <= level ? 'checkc' : 'minus'}
                title={words.levels[one]}
                help={words.opens[one]}
              />
            ))}
          </Card>
          {next && <View className="ld-body">{words.next[next]}</View>}
        </View>
      </Sheet>
    </>
  )
}
