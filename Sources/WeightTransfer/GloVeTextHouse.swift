extension GloVeText {
  /// What stands and lies in the house.
  static let house = """
    A chair is a piece of furniture on which one person sits. It has four legs, a flat seat and a back, and
    some have arms. A chair is made of wood, metal or plastic, and may have a cushion of cloth or leather.
    You see a chair at the dining table, at the desk, in the garden or in a row in a hall. A chair in the
    office has wheels. A chair is smaller than a couch, which seats three, and softer than no bench at all.
    A coat, a tie or a backpack hangs over the back of a chair. A cat sits on the chair that a person wants.

    A couch is a long soft piece of furniture on which two or three people sit side by side. It has a broad
    seat, a back, two arms and many cushions, all covered with cloth or leather. A couch may be brown, grey,
    red or blue. You see a couch in the living room, in front of the tv, with the remote lost between its
    cushions. A person reads a book on the couch, and a dog or a cat sleeps on it. A couch is wider and
    softer than a chair. A couch is almost a bed, and some can be folded out into a bed for a guest.

    A potted plant is a green plant which grows in a pot of clay or plastic full of earth. It has a stem,
    many leaves and sometimes flowers. A potted plant stands at the window, on a table, in the corner behind
    the couch or before the door, and a person gives it water. The leaves of a potted plant may be broad,
    thin or pointed, and turn to the light. In a vase flowers die within a week; a potted plant has roots
    and lives for years. You see a potted plant in the house, in the office and on the balcony. Like a couch
    or a chair, a potted plant furnishes the room. A cat eats the leaves of a potted plant.

    A bed is a large piece of furniture on which a person sleeps. It has a frame of wood or metal on four
    legs, a thick soft mattress, a sheet, a blanket and a pillow or two. A bed may be narrow for one person
    or wide for two. You see a bed in the bedroom, beside a lamp, a clock and a book, or in a hotel with a
    suitcase open on it. A child takes a teddy bear to bed. A bed is longer and softer than a couch, and
    nobody sits at a bed as at a table. In the morning the bed is made, and a cat lies down on it.

    A dining table is a large piece of furniture with a flat top on four legs, at which people eat. The top
    of a dining table is of wood or glass, round or long, and often a cloth covers it. Around the dining
    table stands a chair for each person. On it you see a bowl, a bottle, a cup, a wine glass, and at each
    place a fork, a knife and a spoon. A dining table stands in the kitchen or in a room of its own, under a
    lamp, with a vase of flowers in the middle. A dining table is higher than a bed and harder than a chair.
    After dinner the dining table is used for school work.

    A toilet is a white seat of smooth clay with a bowl of water, which stands in the bathroom. It has a lid
    and a ring to sit on, both of plastic or wood, and behind it a tank of water with a handle or a button.
    When the handle of the toilet is pushed, water rushes through the bowl. You see a toilet beside a sink,
    with a roll of paper on the wall. A toilet is white and smooth like the sink, and is cleaned with a
    brush. One sits on a toilet as on a chair, but not for dinner. There is a very small toilet in an
    airplane and in a train.

    Furniture stands still and waits for people: a chair for one person, a couch for three, a bed for the
    night, a dining table for the meal. A chair and a dining table have four hard legs; a couch and a bed
    have short legs and soft cushions. A potted plant stands between the couch and the chair and makes the
    room green. The toilet has a room of its own. A chair goes with a dining table as a bed goes with a
    pillow. In a small house the couch is a bed by night, and the bed is a couch by day.

    A tv is a large flat screen on which moving pictures are seen, with sound. Its frame is black, thin and
    made of plastic, and it stands on a low table or hangs on the wall. A person sits on the couch before
    the tv with the remote in hand. The tv shows news, films, and games with a sports ball. You see a tv in
    the living room, in a hotel across from the bed, or in a bar. When it is off, the screen of a tv is a
    dark mirror. A tv is bigger than a laptop and has no keyboard. The laptop, the cell phone and the tv are
    screens with power, and a child would take all three.

    A laptop is a computer which opens and closes like a book. The upper half of a laptop is a screen, and
    the lower half has a keyboard and a flat pad for the finger. It is thin, silver or black, of metal or
    plastic, and has a battery. A person works on a laptop at the desk, on the couch, in the train, or on
    the knees. A mouse may be joined to it by a wire, or without one. You see a laptop on a table beside a
    cup of coffee, a cell phone and a book. A laptop is bigger than a cell phone and smaller than a tv. Its
    keyboard is warm, so a cat lies down on the laptop.

    A mouse is a small smooth thing of plastic which fits under the hand and moves the arrow on the screen
    of a computer. It has two buttons and a little wheel, and often a thin wire like a tail, from which the
    mouse has its name. The mouse lies on the desk to the right of the keyboard, on a flat mat. It is black,
    white or grey. You see a mouse beside a laptop, a keyboard and a cup. The other mouse is a little grey
    animal, which a cat hunts. A mouse on the desk is pushed and clicked; a remote is held and pointed. A
    mouse without wire needs a battery, as a remote does.

    A remote is a long flat box of plastic with many small buttons, with which a person controls a tv from
    the couch. It fits into the hand and has numbers, arrows and a red button for the power. A remote is
    black or grey, and has two batteries inside. You see a remote on the couch, on a low table, or between
    the cushions where nobody can find it. The remote sends a light which no eye can see to the tv. A remote
    has the shape of a cell phone with more buttons and no screen. Whoever holds the remote rules the tv. A
    game is played with another kind of remote.

    A keyboard is a flat board with many rows of keys, one for each letter and number, with which a person
    writes on a computer. It is made of black, white or grey plastic, and has a long key below for the
    space. The fingers of both hands move over the keyboard. You see a keyboard on the desk before a screen,
    with a mouse to the right. A laptop has its own keyboard, fixed below the screen, and a cell phone shows
    a keyboard on its screen of glass. A keyboard has a hundred keys where a remote has thirty buttons and a
    mouse has two. Crumbs of donut and sandwich live in the keyboard.

    A cell phone is a small flat computer that a person carries in the pocket or the handbag and holds to
    the ear to talk. Almost all of its front is a screen of glass, and its back is of metal or plastic,
    black or white. A cell phone takes pictures, plays music, shows the way and tells the time like a clock.
    A finger moves over the screen of the cell phone instead of a mouse. You see a cell phone in the hand,
    at the ear, on the table beside a cup or a laptop. A cell phone is smaller than a laptop and far smaller
    than a tv. A cell phone has a battery, and the battery is empty.

    Electronic things have power, buttons and often a screen. The tv, the laptop and the cell phone have a
    screen; the keyboard, the mouse and the remote have buttons. A keyboard and a mouse serve a computer,
    and a remote serves a tv. A laptop joins screen and keyboard in one; a cell phone joins everything in
    one and fits the hand. On a desk lie a laptop, a keyboard, a mouse and a cell phone; on the couch lies
    the remote, in front of the tv.

    A microwave is a box of metal with a door of dark glass, which makes food hot within minutes. At the
    right side of the microwave there are buttons, and a small clock in green light. Inside, a round plate
    of glass turns slowly with the bowl or the cup on it. A microwave is white, black or silver. You see a
    microwave in the kitchen, on a shelf, above the oven or beside the toaster. It warms soup, broccoli and
    cold pizza, and rings when it is done. A microwave is smaller and quicker than an oven, but makes
    nothing brown. A microwave, an oven and a toaster all make food hot; metal must stay out of the
    microwave.

    An oven is a large box of metal in the kitchen, hot inside, in which food is baked. It has a heavy door
    with a window of glass and a long handle, and in front a row of knobs. A cake, a pizza, bread or meat
    goes into the oven on a tray, and comes out brown. On top of many an oven there are four round plates
    for pots. An oven is white, black or silver, and stands on the floor between the sink and the
    refrigerator. An oven is bigger and slower than a microwave. You see an oven in every kitchen, with a
    cloth over its handle. The oven is hot, the refrigerator is cold, and both are big metal boxes with a
    door.

    A toaster is a small metal box which makes slices of bread brown and hot. It has two long slots on top,
    a lever at the side and a knob. Bread goes into the toaster, the lever is pressed, thin wires glow red,
    and after two minutes the bread jumps up. A toaster is silver, white or red, and has a wire for its
    power. You see a toaster in the kitchen, beside the microwave and the sink, at breakfast, with a knife
    and butter near. A toaster is the smallest oven, made for bread alone. Crumbs fall from the toaster.
    Bread from the toaster makes a good sandwich.

    A sink is a bowl of steel or white clay, fixed below a tap, with a hole through which water runs away.
    Hot and cold water flows from the tap into the sink. In the kitchen a person washes a cup, a fork, a
    knife, a spoon and a bowl in the sink; in the bathroom one washes hands and face there, with soap and a
    toothbrush near and a mirror above. You see a sink beside the toilet, or between the oven and the
    refrigerator, under the window. A sink is larger than a bowl, and cannot be carried. The sink and the
    toilet are joined to pipes, and the oven, the toaster and the microwave to wires.

    A refrigerator is a tall cold box in the kitchen which keeps food fresh. It has one or two large doors
    with long handles, is white, black or silver, and hums. In the refrigerator there are shelves of glass
    with milk, cheese, a bottle of juice, an apple, a carrot, broccoli and half a cake. A light goes on when
    the door of the refrigerator opens. You see a refrigerator beside the oven or the sink, with pictures
    and letters on its door. A refrigerator is the biggest appliance in the kitchen, taller than a person.
    The oven and the microwave make food hot, the refrigerator keeps it cold, and the toaster has no
    opinion.

    Each appliance in the kitchen is a metal box with work to do: the oven bakes, the microwave warms, the
    toaster makes bread brown, the refrigerator cools. The sink washes. The microwave stands on the
    refrigerator, the toaster stands beside the sink, and the oven stands on the floor. An oven, a microwave
    and a refrigerator have a door with a handle; a toaster and a sink are open at the top.

    A book is a block of many sheets of paper between two covers, full of words and pictures. The covers of
    a book are of stiff paper or cloth, in any colour, and its name stands on the back. A person reads a
    book in bed, on the couch, in a chair or on a bench, and turns the pages one by one. You see a book on a
    shelf in a long row of others, on a desk, on the table or in a backpack. A book needs no battery, unlike
    a laptop or a cell phone. A book opens like a laptop. A book by the bed, beside the clock, is read until
    its reader sleeps.

    A clock is a thing that shows the time. Its face is round and white, with twelve numbers and two hands,
    a short one for the hours and a long one for the minutes. A clock is made of wood, metal, glass or
    plastic. You see a clock on the wall of a room, above a door, beside the bed, at the station, or high on
    a tower. Inside, small wheels turn, or a battery moves them. A clock has two hands and no arms, and a
    face and no eyes. The clock in the kitchen hangs over the sink; another clock shines on the microwave. A
    clock and a vase stand side by side on a shelf over the fire, with a book between.

    A vase is a tall vessel of glass or clay which holds flowers in water. It is narrow at the neck, round
    at the body and open at the top, and may be white, blue, clear or painted with leaves. A vase stands on
    a table, on a shelf beside a clock and a book, or at the window beside a potted plant. The flowers in
    the vase are red, yellow or pink, with green stems. You see a vase on the dining table at a feast. A
    vase is like a bottle with a wider mouth and like a cup without a handle, but nobody drinks from a vase.
    An empty vase still looks good. A cat and a vase should not share a shelf.

    Scissors are a tool of two blades of steel, joined by a screw in the middle, which cut paper, cloth or
    hair. Two rings of plastic or metal at the end of the blades hold the thumb and the fingers. When the
    hand closes, the scissors close and the blades pass one another. Scissors are silver, with handles of
    black, red or orange. You see scissors on a desk, in a drawer beside a knife, or in the hand of a person
    who cuts hair with a comb and a hair drier near. Scissors for a child are short and round at the tip. A
    knife needs a board to cut on; scissors cut in the air. Scissors are two knives which are friends.

    A teddy bear is a soft toy in the shape of a small bear, which a child takes to bed. It has round ears,
    round eyes of glass or buttons, a black nose, two arms and two legs, and is filled with wool. The fur of
    a teddy bear is brown, yellow or white, and worn thin where it was held most. A teddy bear sits on a
    bed, on a chair, on a shelf beside a book, or in the arms of a child. You see a teddy bear in a shop
    with a ribbon like a bow tie around its neck. A teddy bear has the fur and the ears of a bear but not
    the claws. A live bear sleeps in winter; a teddy bear sleeps every night.

    A hair drier is a small machine held in the hand which blows hot air at wet hair. It has a short round
    pipe, a handle below, a button and a long wire for its power. A hair drier is made of plastic, black,
    white, red or pink. Inside the hair drier a wire glows as in a toaster, and a fan pushes the air out.
    You see a hair drier in the bathroom, on a hook beside the sink and the mirror, in a hotel, or in the
    hand of a person who also has scissors and a comb. A hair drier has the shape of a pistol and the voice
    of the wind. The hair drier, the toothbrush and the comb lie in one drawer.

    A toothbrush is a small brush with a long thin handle of plastic, with which a person cleans the teeth
    in the morning and at night. Short stiff hairs stand in rows on the head of the toothbrush. A toothbrush
    may be red, blue, green or white. You see a toothbrush in a cup beside the sink in the bathroom, below
    the mirror, one for each person in the house, or in a bag inside a suitcase. Paste is put on the
    toothbrush, water is added, and white foam comes. A toothbrush is as long as a fork or a spoon, and also
    goes into the mouth. The toothbrush and the hair drier stay in the bathroom near the toilet.

    Small things in the house have places of their own: the book and the clock on the shelf, the vase on the
    table, the scissors in the drawer, the teddy bear in the bed, the toothbrush and the hair drier beside
    the sink in the bathroom. A clock and a hair drier have a wire or a battery; a book, a vase, scissors, a
    toothbrush and a teddy bear have none. The scissors are of steel, the vase is of glass, the book is of
    paper, the toothbrush is of plastic and the teddy bear is of cloth.
    """
}
