import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import sharp from 'sharp'

const SCREENSHOTS = join(__dirname, '../journeys/screenshots')

/** A person with a phone of his own: finds things by what they are called, as a screen reader would. */
export class Visitor {
  /** Everything the browser complained about; a journey ends with this empty. */
  readonly complaints: string[] = []

  private constructor(
    readonly context: BrowserContext,
    public page: Page,
    readonly address: string,
  ) {
    this.listenTo(page)
  }

  private listenTo(page: Page): void {
    page.on(
      'console',
      (message) =>
        message.type() === 'error' && this.complaints.push(`${message.text()} ${message.location().url}`),
    )
    page.on('pageerror', (error) => this.complaints.push(error.message))
  }

  static async open(
    browser: Browser,
    address: string,
    options: BrowserContextOptions = {},
  ): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'zh-CN',
      ...options,
    })
    context.setDefaultTimeout(60_000)
    return new Visitor(context, await context.newPage(), address)
  }

  /** Somebody of the demo data, signed in on a phone of his own. */
  static async as(browser: Browser, address: string, persona: string): Promise<Visitor> {
    const visitor = await Visitor.open(browser, address)
    await visitor.signInAs(persona)
    return visitor
  }

  /** His walk is over; the browser had nothing to complain about. */
  async leaves(): Promise<void> {
    await this.context.close()
    expect(this.complaints).toEqual([])
  }

  /** The screen in front; screens left behind stay in the document, hidden. */
  get screen(): Locator {
    return this.page.locator('.taro_page:visible').last()
  }

  /** What can be tapped just now: an open sheet, otherwise the screen. */
  get front(): Locator {
    return this.page.locator('.taro_page:visible, .taro_page [role=dialog]:visible').last()
  }

  /** A switch is pressed like a button, only a screen reader says how it stands. */
  button(name: string | RegExp): Locator {
    const named = { name, exact: typeof name === 'string' }
    return this.front.getByRole('button', named).or(this.front.getByRole('switch', named)).first()
  }

  async signInAs(persona: string): Promise<void> {
    await this.page.goto(`${this.address}/packages/entry/sign-in/index`)
    await this.button(new RegExp(persona)).click()
    await this.screen
      .getByRole('heading', { name: /您|好|事/ })
      .first()
      .waitFor()
  }

  async visit(path: string): Promise<void> {
    await this.page.goto(`${this.address}${path}`)
  }

  /** The app is gone, as when the phone needs its memory or its owner wipes it away; what it kept stays. */
  async isKilled(): Promise<void> {
    await this.page.close()
    this.page = await this.context.newPage()
    this.listenTo(this.page)
  }

  async tap(name: string | RegExp): Promise<void> {
    await this.button(name).click()
  }

  async chooses(name: string): Promise<void> {
    await this.screen.getByRole('radio', { name }).click()
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.screen.getByText(text).first().waitFor()
  }

  /** Presses the button of an open sheet and waits until the sheet has gone. */
  async answers(sheet: string, button: string): Promise<void> {
    const dialog = this.screen.getByRole('dialog', { name: sheet })
    await dialog.getByRole('button', { name: button, exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  /** A field to write into; one for numbers alone is another thing to a screen reader. */
  field(name: string): Locator {
    return this.screen.getByRole('textbox', { name }).or(this.screen.getByRole('spinbutton', { name })).last()
  }

  async says(label: string, text: string): Promise<void> {
    await this.field(label).fill(text)
  }

  /** Takes a photo: a JPEG with the place it was taken at, as phones write it. */
  async takesPhoto(button: RegExp, colour: string): Promise<void> {
    await this.picksFile(button, await photo(colour))
  }

  /** Any bytes under the name of a photo. */
  async picksFile(button: RegExp, buffer: Buffer): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.tap(button)])
    await chooser.setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer })
  }

  async shot(name: string): Promise<void> {
    mkdirSync(SCREENSHOTS, { recursive: true })
    await this.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) })
  }
}

export const photo = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 1200, height: 900, channels: 3, background } })
    .withExif({
      IFD3: {
        GPSLatitude: '23/1 10/1 12/1',
        GPSLatitudeRef: 'N',
        GPSLongitude: '114/1 25/1 12/1',
        GPSLongitudeRef: 'E',
      },
    })
    .jpeg()
    .toBuffer()
