import { type RunningCloud, startCloud } from '../cloud'
import { CLOUD_DIST, Phone, until } from '../phone'

// DevTools would ask WeChat's real cloud.
const onHost = process.env.WEAPP_WS ? describe.skip : describe

onHost('with cloud functions as the server', () => {
  let cloud: RunningCloud
  let phone: Phone

  beforeAll(async () => {
    cloud = await startCloud()
    phone = await Phone.onHost({ dist: CLOUD_DIST, cloud: cloud.for('openid-of-wei') })
  })

  afterAll(async () => {
    await phone?.close()
    await cloud?.stop()
  })

  afterEach(() => {
    expect(phone.complaints.splice(0)).toEqual([])
  })

  test('a resident is known by WeChat itself, without a code and without a token', async () => {
    await phone.signsInAs('wei')
    await phone.sees(/小金口居民·\w+/)
  })

  test('a concern reported through the function is found in the list, and under 我的', async () => {
    await phone.tap('路灯')
    await phone.tap('这段没装')
    await phone.tap(/^23栋/)
    await phone.willChoosePhoto('#1b2430')
    await phone.tap(/加照片/)
    await phone.sees('再拍一张')
    await phone.writes('#detail', '12栋到巷口一路没有灯，老人晚上看不见台阶。')
    await phone.tap('交给网格员')
    await phone.sees('留个电话，好联系您')
    await phone.writes('#phone', '13800138000')
    await phone.tap('留下，接着交')
    await phone.sees('收到了')
    await phone.go('/pages/concerns/index', 'switchTab')
    await phone.sees('23栋')
    await phone.shot('15-cloud-list')
    await phone.go('/packages/concern/mine/index')
    await phone.sees(/23栋/)
    const kept = await cloud.store.db.selectFrom('concerns').select('category').execute()
    expect(kept).toEqual([{ category: 'LIGHT_MISSING' }])
  })

  test('its photo went through the cloud’s storage, is clean, and is loaded from there', async () => {
    const photos = cloud.store.db.selectFrom('photos').select(['file_id', 'concern_id'])
    const { file_id, concern_id } = await photos.executeTakeFirstOrThrow()
    // What the camera wrote is gone; what is left holds no place.
    expect([...cloud.files.keys()]).toEqual([file_id])
    expect(cloud.files.get(file_id ?? '')?.includes('Exif')).toBe(false)

    await phone.go(`/packages/concern/detail/index?id=${concern_id}`)
    const shown = await until(
      'the photo',
      async () => phone.button(/^放大第1张照片/),
      () => phone.text(),
    )
    const src = await (await shown.$('image'))?.attribute('src')
    expect(Buffer.from(await (await fetch(String(src))).arrayBuffer())).toEqual(
      cloud.files.get(file_id ?? ''),
    )
  })
})
