import { common } from '../../../src/client/texts/common'
import { inbox } from '../../../src/client/texts/inbox'
import type { App } from '../../support/app'
import { startCrowdedApp } from '../../support/app'
import { until as asked } from '../../support/until'
import { onHost } from '../on-host'
import { Phone, startServer, until } from '../phone'

jest.setTimeout(600_000)

const MANY = 1_000
const LIST = 'pages/concerns/index'
const INBOX = 'pages/inbox/index'

interface Cost {
  calls: number
  bytes: number
}

// Only the host counts what goes to the view; DevTools have nothing to say here.
const whereCounted = process.env.WEAPP_WS ? describe.skip : describe

whereCounted(`a list of ${MANY}`, () => {
  let app: App
  let phone: Phone

  beforeAll(async () => {
    app = await startServer(startCrowdedApp(MANY))
    phone = await Phone.open(app)
    await phone.signsInAsDemo('resident.li')
  })

  afterAll(async () => {
    await phone?.close()
    await app?.stop()
  })

  const costs = async () => (await onHost(phone).tally()).of
  const costOf = async (page: string, deed: () => Promise<unknown>): Promise<Cost> => {
    const before = (await costs())[page] ?? { calls: 0, bytes: 0 }
    await deed()
    const after = (await costs())[page] ?? { calls: 0, bytes: 0 }
    const cost = { calls: after.calls - before.calls, bytes: after.bytes - before.bytes }
    console.log(`${page}: ${cost.bytes} bytes in ${cost.calls} calls`)
    return cost
  }
  const rows = async () => (await phone.page()).$$('[aria-role="listitem"]')

  /** How far down the list lies, once it lies still: rows that come near the screen take their height a moment later. */
  const restingPlace = async () => {
    let last = -1
    return until('the list to lie still', async () => {
      const [before, now] = [last, Number(await (await phone.page()).scrollTop())]
      last = now
      return now > 0 && now === before && now
    })
  }

  /** Down to the last of them, as a thumb would; as many pages come as there are. */
  const toTheEnd = async () => {
    const scrolled = async () => {
      await phone.program.callWxMethod('pageScrollTo', { scrollTop: 10_000_000, duration: 0 })
      return phone.text()
    }
    const end = await asked(scrolled, (text) => text.includes(common.thatIsAll), 240_000)
    expect(end).toContain(common.thatIsAll)
  }

  test('its first page costs at most 50 KB', async () => {
    const { bytes } = await costOf(LIST, async () => {
      await phone.go(`/${LIST}`, 'switchTab')
      await phone.sees('盏路灯不亮')
      await phone.settles()
    })
    expect(bytes).toBeGreaterThan(5_000)
    expect(bytes).toBeLessThanOrEqual(50 * 1024)
  })

  test('at its end only what is near the screen is in the tree, and each row knows its place', async () => {
    await toTheEnd()
    const found = await rows()
    console.log(`${found.length} rows in the tree`)
    expect(found.length).toBeLessThanOrEqual(80)
    const size = Number(await found[0]?.attribute('aria-setsize'))
    expect(size).toBeGreaterThan(MANY)
    expect(Number(await found[found.length - 1]?.attribute('aria-posinset'))).toBe(size)
  })

  test('opening a matter costs the list nothing, saying 我也遇到 one call of at most 1 KB; the way back leads to the same place', async () => {
    const last = `第${MANY - 3}盏路灯不亮`
    const open = async () => {
      await phone.tap(new RegExp(last))
      await phone.isOn('packages/concern/detail/index')
    }
    const back = async () => {
      await phone.tap('返回')
      await phone.isOn(LIST)
    }
    const opening = await costOf(LIST, async () => {
      await open()
      await phone.sees('现在归谁管')
      await phone.settles()
    })
    expect(opening.calls).toBe(0)
    await back()
    // Only now: the automator brings what it taps into sight first.
    const before = await restingPlace()
    expect(before).toBeGreaterThan(50_000)
    const joining = await costOf(LIST, async () => {
      await open()
      await phone.tap('我也遇到')
      await phone.sees('1人也遇到')
      await back()
      await phone.sees(/1人也遇到/)
    })
    expect(joining.calls).toBe(1)
    expect(joining.bytes).toBeLessThanOrEqual(1024)
    expect(await restingPlace()).toBe(before)
  })

  test('reading one of as many messages costs one call for the list and one for the badge, together at most 1 KB', async () => {
    await phone.go(`/${INBOX}`, 'switchTab')
    await toTheEnd()
    expect((await rows()).length).toBeLessThanOrEqual(80)
    const reads = async (matter: string) => {
      await phone.tap(new RegExp(`${inbox.unread}.*${matter}`))
      await phone.isOn('packages/concern/detail/index')
      await phone.settles()
      await phone.tap('返回')
      await phone.isOn(INBOX)
      await until('the message to be read', async () =>
        phone.button(new RegExp(`^(?!${inbox.unread}).*${matter}`)),
      )
    }
    // The automator brings what it taps into sight first: rows that come near the screen are not what is counted.
    await reads(`第${MANY - 4}盏路灯不亮`)
    await restingPlace()
    const { calls, bytes } = await costOf(INBOX, () => reads(`第${MANY - 3}盏路灯不亮`))
    expect(calls).toBeLessThanOrEqual(2)
    expect(bytes).toBeLessThanOrEqual(1024)
  })
})
