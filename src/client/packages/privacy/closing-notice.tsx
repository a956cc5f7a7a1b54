import { AppButton } from '../../components/button'
import { Notice } from '../../components/notice'
import { Refused } from '../../components/refused'
import { rights } from '../../texts/rights'
import { useCommand } from '../../use-command'
import { useNow } from '../../use-now'

const words = rights.closing

/** 冷静期: when the account will be gone, and the one tap that takes it back. */
export function ClosingNotice({ eraseAt }: { eraseAt: number }) {
  const { send, sending, failure, clear } = useCommand('people.keepAccount')
  const now = useNow()
  const keep = (
    <AppButton kind="soft" size="small" busy={sending} onPress={() => send({})}>
      {words.keep}
    </AppButton>
  )
  return (
    <>
      <Notice icon="clock" title={words.running(eraseAt, now)} help={words.runningHelp} action={keep} />
      {failure && <Refused failure={failure} onAct={clear} />}
    </>
  )
}
