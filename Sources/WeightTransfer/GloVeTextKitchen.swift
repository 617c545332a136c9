extension GloVeText {
  /// What is eaten, and from what.
  static let kitchen = """
    A bottle is a tall narrow vessel of glass or plastic with a thin neck, which holds water, milk, juice,
    oil or wine. A cap or a cork closes the bottle. It may be green, brown or clear, with a label of paper
    on its side. You see a bottle on the table, in the refrigerator, in a backpack or in the hand of a
    person who runs. What is in a bottle is poured into a cup or a wine glass. A bottle of glass breaks when
    it falls, and a bottle of plastic does not. A vase has the shape of a bottle with a wide mouth, and
    holds flowers where the bottle holds wine.

    A wine glass is a thin clear vessel of glass on a tall stem with a round foot. Wine, red or white, is
    poured from a bottle into the wine glass, and a person lifts it by the stem to drink. You see a wine
    glass on the dining table, beside a fork and a knife, at a feast or in a bar. The bowl of a wine glass
    is round like an egg that lost its top. A wine glass breaks more easily than a cup and has no handle.
    Two people touch one wine glass to another, and it rings. Through a full wine glass the candle on the
    table looks upside down.

    A cup is a small round vessel from which a person drinks coffee, tea or milk. It is made of clay, glass,
    paper or plastic, open at the top, and often has a handle at its side. A cup may be white, blue or
    painted with flowers. You see a cup on the table, on a saucer with a spoon, beside a laptop or in the
    sink. A cup is smaller than a bowl and lower than a bottle. Hot coffee belongs in a cup and cold wine in
    a wine glass. The paper cup is thrown away; the good cup is washed, and loses its handle in the end.

    A fork is a tool of metal with a handle and three or four thin points, with which a person eats. The
    fork lifts meat, salad, cake or a piece of carrot from the plate to the mouth. It lies on the dining
    table to the left of the plate, with the knife to the right. A fork is made of steel or silver, and for
    a picnic of plastic. You see a fork on the table, in a drawer or in the sink. A fork, a knife and a
    spoon have the same handle and differ at the other end: the fork stabs, the knife cuts and the spoon
    scoops. With a fork nobody can eat soup.

    A knife is a tool with a handle and a thin flat blade of steel with one sharp edge, made to cut. A knife
    cuts bread for a sandwich, slices a carrot, an apple or a cake, and spreads butter. The handle of a
    knife is of metal, wood or plastic. It lies on the dining table to the right of the plate, beside the
    spoon. You see a knife on the table, in the kitchen on a board, or in a wooden block. A knife has one
    blade, and scissors have two which meet. A knife and a fork work as a pair: the fork holds the meat
    still and the knife cuts it.

    A spoon is a tool of metal or wood with a handle and a small round hollow at its end, with which a
    person eats soup or stirs tea. The spoon lies on the dining table beside the knife, or in a bowl, or on
    the saucer of a cup. A spoon is made of steel or silver; the wooden spoon stays in the kitchen and stirs
    the pot. You see a spoon in a cup, in a bowl of soup, in a drawer or in the sink. A spoon has no edge,
    so a child eats with a spoon first, then with a fork, and last with a knife. In the curve of a bright
    spoon a face is upside down.

    A bowl is a round, deep, open vessel of clay, glass, wood or metal, which holds soup, salad, rice or
    fruit. It is wider than a cup and has no handle. A bowl may be white, blue, brown or painted with a
    pattern. You see a bowl on the dining table with a spoon in it, in the kitchen, or on the floor where a
    dog or a cat eats from it. An apple, an orange and a banana lie together in a bowl. A bowl with broccoli
    is put into the microwave. A bowl is like half of a sports ball, hollow and turned up.

    On the dining table the fork lies to the left, the knife and the spoon lie to the right, the wine glass
    and the bottle stand behind, and the bowl waits in the middle. A cup comes at the end, with coffee. The
    fork, the knife and the spoon are of metal; the wine glass and the bottle are of glass; the cup and the
    bowl are of clay. After the meal the fork, the spoon, the knife, the cup and the bowl go into the sink
    together, and the wine glass is washed by hand.

    A banana is a long, curved fruit with a thick yellow skin. Inside, a banana is white, soft and sweet.
    Its skin is green before it is ripe and has brown spots when it is old. Many hang together in a bunch,
    joined at one end. You eat a banana without a knife: the skin is pulled down in strips by hand. You see
    a banana in a bowl, at the market, in a lunch box, or in the hand of a person or an ape. A banana is a
    sweet fruit like an apple or an orange, but a banana is curved where they are round, and it has no
    juice.

    An apple is a round fruit with a smooth thin skin, red, green or yellow. Inside, the apple is white,
    crisp and sweet or sour, with small brown seeds in the middle. A short stem and sometimes a green leaf
    stand at the top. An apple grows on a tree and falls in autumn. You eat an apple whole, out of the hand,
    or cut it with a knife for a cake. You see an apple in a bowl, at the market, on a tree or in a lunch
    box. An apple is as round as an orange, but its skin is eaten too. A horse likes an apple, and so does a
    bear.

    A sandwich is two slices of bread with something between them: cheese, meat, egg, tomato or a green leaf
    of salad. It is cut with a knife, often from corner to corner, and held in both hands. A sandwich is
    made in the kitchen, carried in a box or a bag, and eaten on a bench in the park. The bread of a
    sandwich may be white or brown, soft, or brown and warm from the toaster. You see a sandwich on a plate
    with a cup of coffee. A hot dog is a kind of long sandwich with a sausage; a pizza is bread with the
    cheese on top. A sandwich needs no fork.

    An orange is a round fruit with a thick skin, full of small dots, whose colour has the same name.
    Inside, the orange is juicy and sweet, and falls into ten or more pieces. Its skin is pulled off by hand
    or cut with a knife. The juice of an orange is poured into a cup for breakfast. An orange grows on a
    tree with dark green leaves in a warm land. You see an orange in a bowl, beside an apple and a banana,
    or at the market in a net. An orange is as round as a ball, and a carrot has the same colour without the
    juice.

    Broccoli is a green vegetable like a small tree. It has a thick pale stem that branches, and a round
    head of many tiny dark green buds. Broccoli is cut with a knife, boiled in a pot or warmed in the
    microwave, and eaten with a fork. You see broccoli on a plate beside meat and rice, in a bowl, at the
    market or in the garden. A child who likes cake may not like broccoli. Broccoli grows above the ground,
    a carrot below it; both are vegetables, good for the body, and meet in the same soup. Raw broccoli is
    crisp, and cooked broccoli is soft.

    A carrot is a long orange vegetable, thick at one end and pointed at the other, which grows in the
    ground. Green leaves like feathers stand on top. A carrot is washed in the sink, cut with a knife and
    eaten raw, boiled or in soup, with a fork or a spoon. You see a carrot on a plate beside broccoli, at
    the market, in the garden, or in the hand of a person who feeds a horse. There is even a cake with
    carrot in it. A carrot is crisp and sweet like an apple. Carrot and broccoli are vegetables: the carrot
    is a root, and the broccoli is a flower not yet open.

    A hot dog is a long cooked sausage in a soft long roll of bread, with mustard or red sauce in a wavy
    line on top. Onion and cheese may be added. A hot dog is eaten from the hand, in the street, at a game
    of baseball or at a fair, without a knife or a fork. You see a hot dog on a paper plate, at a stand or
    at the mouth of a hungry person. No dog is in a hot dog, but every dog would like one. A hot dog is
    eaten hot, as a pizza is, and sold where a sandwich is sold. A hot dog has the shape of a banana made
    straight.

    A pizza is a flat round bread with red tomato sauce and melted cheese on top, baked in a hot oven. On
    the cheese lie mushrooms, meat, olives, onion or green leaves. A pizza is cut with a knife or a wheel
    into slices like the slices of a cake, and each slice is eaten from the hand or with a fork. You see a
    pizza on a plate, on the dining table or in a flat box. A pizza is round like a frisbee and almost as
    flat. Cold pizza from the refrigerator is breakfast for a student. A pizza has cheese on bread, a
    sandwich has cheese between bread, and both are eaten with friends.

    A donut is a ring of sweet soft dough, fried in oil, with a hole in the middle. It is covered with sugar
    or chocolate, or with pink sugar and many coloured dots. A donut is eaten from the hand, with a cup of
    coffee, and leaves sugar on the tie. You see a donut in a box with others, on a plate or behind the
    glass of a shop. A donut is sweet like a cake, but small and round, and it is made for one person. The
    donut has the shape of a tyre and of nothing else that is good to eat. The hole of a donut is the only
    part that does not taste.

    A cake is a sweet soft food of flour, eggs, sugar and butter, baked in the oven. It is round or square,
    often in layers, with cream, chocolate, fruit or sugar on top. A cake stands on the table on a birthday,
    with candles, one for each year. It is cut with a knife into slices, and a person eats a slice from a
    plate with a fork or a spoon and a cup of tea. You see a cake at a party, at a wedding, or behind the
    glass of a shop beside a donut. A cake is taller than a pizza and sweeter than bread. Apple, carrot,
    orange and banana may all be baked in a cake.

    Food that grows on a tree is fruit: an apple, an orange, a banana. Food that grows in the garden is a
    vegetable: a carrot, a broccoli. Food that is baked is a pizza, a cake or the bread of a sandwich. A
    donut and a cake are sweet; a pizza, a sandwich and a hot dog are not. A sandwich, a hot dog and a donut
    are eaten from the hand, a cake with a fork, and a banana, an apple and an orange wherever one likes.
    Broccoli and carrot come first, cake and donut come last, and the pizza comes in a box.
    """
}
