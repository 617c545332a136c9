extension GloVeText {
  /// The person, and what stands and drives in the street.
  static let street = """
    A person is the animal that all the other things on these pages were made for, or have learnt to live
    with. A person walks upright on two legs and has two arms, two hands, a round head and a face with two
    eyes, a nose and a mouth. Skin covers the whole person, hair grows on the head, and clothes of cloth
    cover most of the rest. A person may stand, sit, run, ride, eat, throw or sleep. You find a person in
    the street, on the beach, at the table and in front of the screen. A small person is a child. A person
    holds a cup, wears a tie, rides a bicycle, carries a backpack and looks at a cell phone. Where you see a
    suitcase or a handbag, a person is seldom far away.

    A bicycle is a light vehicle with two wheels, one behind the other, joined by a frame of thin metal
    tubes. The person on the bicycle sits on a small seat, holds the handlebar and turns the pedals with
    both feet. A chain carries the push from the pedals to the back wheel. Each wheel of a bicycle has a
    rubber tyre, thin metal spokes and much empty air between them. A bicycle has no engine and burns
    nothing but breakfast. You see a bicycle on the road, on a path or locked to a pole in the street. A
    bicycle is like a motorcycle without the engine, and much lighter.

    A car is a vehicle with four wheels, a metal body and glass windows on every side. An engine drives the
    wheels, and a person turns the steering wheel. The car has doors, lights in front and behind, mirrors,
    rubber tyres and seats for four or five people. It may be red, white, black, silver or blue, and its
    paint shines. You see a car on the road, in the street and beside a parking meter. A car waits at a
    traffic light and halts at a stop sign. A car is smaller than a truck and far smaller than a bus, and it
    carries people rather than goods.

    A motorcycle is a vehicle with two wheels and an engine between them. The rider sits on a long seat,
    leans into each bend and holds a handlebar with two grips. A motorcycle has thick rubber tyres, a metal
    tank, a shining exhaust pipe, mirrors and one round light in front. It is louder and heavier than a
    bicycle and faster than most cars. You see a motorcycle on the road, in the street or leaning on its
    stand. Like a bicycle, a motorcycle has spokes or cast metal in its wheels; like a car, a motorcycle has
    an engine that drinks fuel.

    An airplane is a vehicle that flies. It has a long round metal body, two wide wings, a tail with fins
    and a row of small windows. The engines of an airplane hang below the wings and push it through the sky.
    On the ground the airplane rolls on wheels, which fold away after it leaves the runway. Most are white,
    with the colours of the company painted on the tail. You see an airplane at the airport or high above
    the clouds. An airplane carries as many people as four buses, and crosses the sea faster than any boat.
    From below, an airplane in the sky has the shape of a bird with stiff wings.

    A bus is a long, tall vehicle which carries many people along a road. It has big windows on both sides,
    wide doors, rows of seats and a flat front with a large pane of glass. The bus rolls on four or more
    large rubber tyres, and its engine sits low at the front or the back. A sign above the front window of
    the bus says where it goes. You see a bus in the street, at a stop, in the traffic of the city. Some
    have two floors and are painted red; the one for school is often yellow. A bus is longer than a car, and
    looks like one wagon of a train that left the rails for the road.

    A train is a very long vehicle that runs on two rails of steel. A strong engine pulls a row of wagons,
    each with metal wheels, doors and many windows. The train stops at a station, where people with a
    suitcase or a backpack step on and off. A train may carry people, or coal, or goods in boxes. In front
    there is a window for the driver, with bright lights below it. You see a train on a bridge, in a tunnel
    or crossing a green field on its track. A train cannot turn off its track as a bus or a truck can turn
    off the road, but one train carries as much as many trucks.

    A truck is a large, heavy vehicle made to carry goods on the road. In front is a cab for the driver,
    with a tall window, wide mirrors and a strong engine; behind the cab is a long box, a tank or an open
    bed. A truck has six, ten or more large rubber tyres. Its metal body may be any colour, and the name of
    a firm is often painted on its side. You see a truck on the road, in the street, at a farm or at a
    building site. A truck is bigger than a car and as tall as a bus, but a truck carries boxes where the
    bus carries people. The red truck of the firemen carries a ladder and hoses.

    A boat is a vehicle that floats on water. Its hull is made of wood, metal or plastic, pointed in front
    and hollow inside. One boat has a tall mast with white sails and goes with the wind; another has an
    engine at the back; a small one has two oars which a person pulls. You see a boat on a lake, on a river,
    in the harbour or on the sea, where it rocks on the waves. Ropes tie the boat to the dock. A boat has no
    wheels, and it leaves no track but a wake of white water. Like a surfboard, a boat floats on water and
    rides the waves, but a person sits inside a boat and stands on a surfboard.

    A traffic light is a tall signal that tells every vehicle when to go. It is a dark metal box with three
    round lights, one above the other: red, yellow and green. The traffic light hangs over the road or
    stands on a pole at the corner of the street. When the traffic light is red, every car, bus and truck
    must halt; when the traffic light is green, they go; yellow means that red comes next. At night its
    light shines far along the road. A traffic light stands where two roads cross, and a person waits below
    it. A traffic light speaks in colours, as a stop sign speaks in letters, and both are found on a metal
    pole in the street.

    A fire hydrant is a short, thick pipe of iron which stands at the edge of the street and gives water to
    the firemen. It has a round cap on top, a round body and short arms with caps at the side, where a hose
    is joined. A fire hydrant is painted red or yellow, so that it is found quickly. It stands on the
    sidewalk, about as high as the knee of a person, and no car may park in front of it. When there is a
    fire, the water from the fire hydrant flows through the hose. A fire hydrant and a parking meter stand
    on the same sidewalk, both of metal, but the fire hydrant is shorter and thicker. A dog likes a fire
    hydrant.

    A stop sign is a flat red plate of metal with eight straight sides and a white border. On it stands one
    word in white letters: stop. The stop sign is fixed to a metal pole at the corner of a street, where one
    road meets another. A car, a bus or a truck must halt at the stop sign, look both ways, and only then go
    on. No light burns in a stop sign, so it works without power, unlike a traffic light. A stop sign is
    bright by day, and its red plate throws back the lights of a car by night. You see a stop sign at a
    quiet corner, and a traffic light at a busy one.

    A parking meter is a small metal box on a pole at the edge of the street. A person who wants to park a
    car puts coins into the parking meter, and it shows how much time is left. It has a slot, a small window
    or screen, and a round top; most are grey. A parking meter stands on the sidewalk, one beside each place
    where a car can park. Like a clock, a parking meter counts the minutes; like a fire hydrant, a parking
    meter waits on the sidewalk for years in rain and snow. Some streets have only one large parking meter
    for a whole row of cars.

    A bench is a long seat for two or three people. It is made of wooden boards on legs of metal, stone or
    more wood, and often has a back to lean on. You see a bench in the park, in the street, at the station
    and beside the water. A person sits on the bench to rest, to read a book, to eat a sandwich or to look
    at the birds. Rain makes the bench wet and sun makes its wood grey. A bench is like a long chair that
    stays outside, and harder than a couch, since nobody gave it a cushion. A bench stands under a tree, and
    the leaves fall on it in autumn.

    Every vehicle in the street has wheels and an engine, but the bicycle has wheels alone. A car, a truck
    and a bus share the road; a train keeps to its rails, a boat to the water and an airplane to the sky. A
    motorcycle slips between a car and a bus. A truck follows a car, a car follows a bus, and all of them
    wait while a person crosses. A traffic light, a stop sign, a fire hydrant, a parking meter and a bench
    stand still in the street and watch every vehicle pass. The traffic light is tall and the fire hydrant
    is short; the parking meter takes coins, the stop sign takes nothing, and the bench gives rest to
    anybody.
    """
}
