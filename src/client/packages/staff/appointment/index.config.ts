export default definePageConfig({ navigationBarTitleText: '楼栋长任职' })
