export default definePageConfig({ navigationBarTitleText: '公布的考评' })
