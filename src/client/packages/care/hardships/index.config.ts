export default definePageConfig({ navigationBarTitleText: '解困清单' })
