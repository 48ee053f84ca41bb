import { describe, expect, it } from 'vitest'
import { plain, toKebab, toPascal, toSnake } from './convertName.ts'

describe('a name', () => {
  it.each([
    ['Story Arc Node', 'story_arc_node', 'StoryArcNode', 'story-arc-node'],
    ['Leaflet not found yet', 'leaflet_not_found_yet', 'LeafletNotFoundYet', 'leaflet-not-found-yet'],
    ["O'Brien", 'o_brien', 'OBrien', 'o-brien'],
    ["It's Me", 'it_s_me', 'ItSMe', 'it-s-me'],
    ['Tür Öffner', 'tur_offner', 'TurOffner', 'tur-offner'],
    ['NPC', 'npc', 'Npc', 'npc'],
    ['NPCs', 'n_p_cs', 'NPCs', 'n-p-cs'],
    ['MyNPC', 'my_n_p_c', 'MyNPC', 'my-n-p-c'],
    ['HTTP Server', 'h_t_t_p_server', 'HTTPServer', 'h-t-t-p-server'],
    ['room1', 'room_1', 'Room1', 'room-1'],
    ['Room 1', 'room_1', 'Room1', 'room-1'],
    ['2nd Floor', '2_nd_floor', '2NdFloor', '2-nd-floor'],
    ['X2Y', 'x_2_y', 'X2Y', 'x-2-y'],
    ['1984', '1984', '1984', '1984'],
    ['a__b', 'a_b', 'AB', 'a-b'],
    ['_x', '_x', 'X', 'x'],
    ['x_', 'x_', 'X', 'x'],
    ['日本', '', '', ''],
  ])('%j gives the ids %j and %j and the folder %j', (name, entityId, typeId, folder) => {
    expect([toSnake(name), toPascal(name), toKebab(name)]).toEqual([entityId, typeId, folder])
  })

  it('keeps its letters when it loses its accents', () => {
    expect(plain('Æon Café ﬁn №5')).toBe('on Cafe fin No5')
  })
})
