/** A gamebook with two speakers: one at the landing, one who is secret. */
export const FERRY = `title: The Ferry
improvisation: {fields: [player.nerve, captain.mood]}
entity_types:
  - name: Map
    hidden: true
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - {id: map, node_ids: [landing, hut], functions: [{name: go_to, target: transition}]}
  - name: Place
    instructions: Places on the river.
    traits: [described, graph_node]
    entities:
      - name: Landing
        description: A landing of old planks.
        edge_ids: [hut]
        details:
          planks, boards: Half of them are new.
          river: "{{ player.nerve }} boats could lie here."
      - {name: Hut, description: A hut., edge_ids: [landing], details: {stove: The stove is cold.}}
  - name: Person
    instructions: People of the river.
    traits: [described, speaker]
    fields:
      nerve: {type: integer, default: 2, min: 0, max: 3, label: Nerve}
      mood: {type: integer, default: 0, min: -2, max: 2, on_bound: refuse}
    entities:
      - id: player
        name: Player
        description: You.
      - id: ferryman
        name: Ferryman
        description: The ferryman.
        enabled: map.current_node_id == 'landing'
        topics:
          - {id: fare, about: [fare, price, two coins], label: the fare, say: "Two coins. You have {{ player.nerve }} nerve."}
          - id: river
            about: [river, river bank]
            label: the river
            enabled: player.nerve > 2
            say: It takes one of us every spring.
          - {id: drowned_son, about: [son, boy], say: He was nine., once: true, effects: [{state/add: {entity_id: player, field: nerve, amount: 1}}, {talk/expect: {topic: forgive}}]}
          - {id: forgive, about: [forgive, sorry], enabled: "map.current_node_id == 'landing'", say: He looks at the water., effects: [{story/forgiven: {}}]}
          - {id: murder, about: [murder], enabled: player.nerve > 5, say: Yes.}
          - {id: crossing, about: [cross, crossing], say: Get in., effects: [{graph/transition: {entity_id: map, to: hut}}]}
      - id: captain
        name: Captain
        description: The captain.
        secret: true
        topics: [{id: orders, about: [orders], label: the orders, say: None of your business.}]
`
