export default definePageConfig({ navigationBarTitleText: '我管的楼栋' })
