const swc = ['@swc/jest', { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' } }]
const node = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  // PGlite loads `fs` by a dynamic import, which jest's sandbox refuses: it is transformed into a require.
  // fastify needs two packages that exist only as ES modules.
  transform: { '\\.tsx?$|pglite.*\\.cjs$|/(content-disposition|cookie)/.*\\.js$': swc },
  transformIgnorePatterns: ['/node_modules/(?!@electric-sql/pglite|(content-disposition|cookie)/)'],
}

/** @type {import('jest').Config} */
module.exports = {
  // A small shared machine has two cores and bad days.
  maxWorkers: 2,
  testTimeout: 300_000,
  projects: [
    {
      ...node,
      displayName: 'core',
      testMatch: ['<rootDir>/tests/{core,contracts}/**/*.test.ts', '<rootDir>/tests/*.test.ts'],
    },
    {
      ...node,
      displayName: 'server',
      testMatch: ['<rootDir>/tests/{server,functions,http,tools}/**/*.test.ts'],
    },
    { ...node, displayName: 'journeys', testMatch: ['<rootDir>/tests/journeys/**/*.test.ts'] },
    { ...node, displayName: 'weapp', testMatch: ['<rootDir>/tests/weapp/**/*.test.ts'] },
    {
      displayName: 'client',
      roots: ['<rootDir>/tests'],
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/client/**/*.test.ts?(x)'],
      setupFiles: ['<rootDir>/tests/setup/globals.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/setup/client.ts'],
      transform: { '\\.[jt]sx?$|\\.mjs$': ['babel-jest', { configFile: './tests/setup/babel.config.cjs' }] },
      // Taro, NutUI, stencil and lodash-es ship ES modules: they must be transformed.
      transformIgnorePatterns: [
        '<rootDir>/node_modules/(?!(@tarojs|@nutui|@stencil|swiper|ssr-window|dom7|lodash-es|hls\\.js|@swc/helpers|@react-spring|@use-gesture|lottie-react|query-string|decode-uri-component|split-on-first|filter-obj|history|nanoid)/)',
      ],
      moduleNameMapper: {
        '\\.(css|scss)$': 'identity-obj-proxy',
        '\\.(png|jpe?g|svg)$': '<rootDir>/tests/setup/file.ts',
        '^@tarojs/components$': '<rootDir>/node_modules/@tarojs/components/lib/react/index.js',
        '^@tarojs/taro$': '<rootDir>/tests/setup/taro.js',
      },
    },
  ],
}
