import http from 'node:http'
import net from 'node:net'
import { takeRefusedCalls } from './network-guard'

it('refuses to leave the machine, whoever asks', async () => {
  await expect(fetch('http://service.example/')).rejects.toThrow()
  await expect(new Promise((resolve, reject) => { http.get('http://93.184.216.34/', resolve).on('error', reject) })).rejects.toThrow('do not leave this machine')
  await expect(new Promise((resolve, reject) => { net.connect(443, 'service.example', () => resolve(0)).on('error', reject) })).rejects.toThrow('do not leave this machine')
  expect(takeRefusedCalls()).toEqual(['service.example', '93.184.216.34', 'service.example'])
})

it('lets loopback through', async () => {
  const server = http.createServer((_request, response) => response.end('here')).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as net.AddressInfo
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here')
  server.close()
})
