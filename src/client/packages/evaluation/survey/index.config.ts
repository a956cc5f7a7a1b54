export default definePageConfig({ navigationBarTitleText: '评议楼栋长' })
